// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.exchange;

import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import org.entente.server.auth.Principal;
import org.entente.server.taxii.ObjectQuery;
import org.entente.server.taxii.Page;

/**
 * What a principal may see. Queries come with their token resolved: {@link ObjectQuery#next} is
 * absent. Pages hold nothing of one reader's own and may be shared.
 */
public interface Reading {
  /** The collections of a root that the principal may know of, in ascending order of id. */
  Future<List<CollectionView>> collections(Principal principal, String apiRoot);

  /** One of them by id or alias. */
  Future<Optional<CollectionView>> collection(
      Principal principal, String apiRoot, String idOrAlias);

  /** A page of objects with their bytes, in ascending order of position. */
  Future<Page> objects(Principal principal, CollectionView collection, ObjectQuery query);

  /** The same page without bytes. */
  Future<Page> manifest(Principal principal, CollectionView collection, ObjectQuery query);

  /** Versions of one object with their bytes; empty when the principal sees none at all there. */
  Future<Optional<Page>> object(
      Principal principal, CollectionView collection, String stixId, ObjectQuery query);

  /** All versions of one object without bytes; empty when the principal sees none there. */
  Future<Optional<Page>> versions(
      Principal principal, CollectionView collection, String stixId, ObjectQuery query);
}
