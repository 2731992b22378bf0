// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.exchange.state;

import java.util.Optional;
import org.entente.server.resource.Kind;
import org.entente.server.resource.Resource;
import org.entente.server.resource.load.Documents;
import org.entente.server.store.CatalogChange;

/** Resources as they are kept. */
public final class StoredDocuments {
  private StoredDocuments() {}

  /** The resource of a kept document; empty for one of a kind that is not known. */
  public static Optional<Resource> resource(CatalogChange.Put put) {
    return Kind.parse(put.kind()).map(kind -> Documents.restore(kind, put.document()).resource());
  }
}
