// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.store;

/** A change of what administrators keep. */
public sealed interface CatalogChange {
  /**
   * A resource is created or replaced.
   *
   * @param kind the kind's label
   * @param id the resource's id
   * @param document as applied, JSON
   */
  record Put(String kind, String id, String document) implements CatalogChange {}

  /** A resource goes. */
  record Remove(String kind, String id) implements CatalogChange {}

  /** A secret is added, or replaced when the key is known. */
  record PutSecret(StoredSecret secret) implements CatalogChange {}

  /** A secret goes. */
  record RemoveSecret(String holder, String key) implements CatalogChange {}
}
