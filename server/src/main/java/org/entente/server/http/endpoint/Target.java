// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.http.endpoint;

/** What a path names (TAXII 2.1 §4 and §5). */
public enum Target {
  DISCOVERY,
  API_ROOT,
  STATUS,
  COLLECTIONS,
  COLLECTION,
  MANIFEST,
  OBJECTS,
  OBJECT,
  VERSIONS,
  /** Nothing that this server has. */
  UNKNOWN;

  /** Whether the path goes through a collection. */
  public boolean inCollection() {
    return switch (this) {
      case COLLECTION, MANIFEST, OBJECTS, OBJECT, VERSIONS -> true;
      default -> false;
    };
  }

  /** Whether it is read in pages, each of which may be large. */
  public boolean inPages() {
    return switch (this) {
      case MANIFEST, OBJECTS, OBJECT, VERSIONS -> true;
      default -> false;
    };
  }
}
