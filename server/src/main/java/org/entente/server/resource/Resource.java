// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.resource;

/** One document that an administrator applies (docs/sharing.md, Resources). */
public sealed interface Resource
    permits Administrator,
        Agreement,
        Circle,
        Collection,
        Credential,
        Feed,
        HubPolicy,
        Member,
        Region,
        ReleasePolicy {
  /** The kind that the document names. */
  Kind kind();

  /** The document's id, unique within its kind. */
  String id();
}
