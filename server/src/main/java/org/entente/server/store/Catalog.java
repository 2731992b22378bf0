// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.store;

import io.vertx.core.Future;
import java.util.List;

/** Resources and secrets, read. They are written by commits. */
public interface Catalog {
  /** Every resource in force, and the record that it was read with. */
  Future<Snapshot> load();

  /**
   * The resources that were in force at a position.
   *
   * @param position microseconds since the epoch, inclusive
   */
  Future<Snapshot> at(long position);

  /**
   * Everything that is in force.
   *
   * @param record the commit record of the same instant
   * @param resources kind, id and document
   * @param secrets verifiers of secrets
   * @param reaches lowest visible positions, by member and collection
   */
  record Snapshot(
      CommitRecord record,
      List<CatalogChange.Put> resources,
      List<StoredSecret> secrets,
      List<Bound> reaches) {}

  /**
   * Rows of a collection below a position do not count for a member.
   *
   * @param member the member's id
   * @param collection the collection's id
   * @param from microseconds since the epoch, inclusive
   */
  record Bound(String member, String collection, long from) {}
}
