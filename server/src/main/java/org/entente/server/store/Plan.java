// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.store;

import java.util.List;
import java.util.Set;
import org.entente.stix.StixId;
import org.entente.stix.StixTimestamp;

/**
 * What a commit writes, all or nothing. Numbers, positions and classes are given by the store: rows
 * are appended in the order of the list, after the changes of rows.
 *
 * @param versions new versions
 * @param placements versions that come into a collection
 * @param deleted versions that are taken out, by number; their rows are among the changes
 * @param changes rows that stand already and change in place or go
 * @param rows new rows
 * @param gains classes that readers gain; they take the positions after the rows
 * @param joins classes that rows were given in place: the second joins every gain that has the
 *     first
 * @param statuses statuses to keep
 * @param finished pending submissions that are done
 * @param catalog resources and secrets to change; when not empty, the epoch moves on
 * @param asked what is kept of readers
 * @param reaches how far back members see in collections, where that is new
 * @param audit records of administration, to be chained
 */
public record Plan(
    List<NewVersion> versions,
    List<Placement> placements,
    List<Long> deleted,
    List<RowChange> changes,
    List<NewRow> rows,
    List<NewGain> gains,
    List<Join> joins,
    List<StoredStatus> statuses,
    List<String> finished,
    List<CatalogChange> catalog,
    List<Asked> asked,
    List<Reach> reaches,
    List<AuditEntry> audit) {

  /** A commit that writes nothing, to be built upon. */
  public static final Plan NOTHING =
      new Plan(
          List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(),
          List.of(), List.of(), List.of(), List.of(), List.of());

  /**
   * A commit about rules and readers, which leaves versions and rows as they are.
   *
   * @param gains see {@link #gains()}
   * @param catalog see {@link #catalog()}
   * @param asked see {@link #asked()}
   * @param reaches see {@link #reaches()}
   * @param audit see {@link #audit()}
   */
  public static Plan ofRules(
      List<NewGain> gains,
      List<CatalogChange> catalog,
      List<Asked> asked,
      List<Reach> reaches,
      List<AuditEntry> audit) {
    return new Plan(
        List.of(), List.of(), List.of(), List.of(), List.of(), gains, List.of(), List.of(),
        List.of(), catalog, asked, reaches, audit);
  }

  /**
   * A version to keep.
   *
   * @param key names it within this plan
   * @param id the object
   * @param version what orders its versions
   * @param owner see {@link StoredVersion#owner()}
   * @param shadow see {@link StoredVersion#shadow()}
   * @param hash SHA-256 of the bytes
   * @param facts the exchange's own form
   * @param references what it refers to
   * @param bytes the producer's bytes
   */
  public record NewVersion(
      int key,
      StixId id,
      StixTimestamp version,
      String owner,
      boolean shadow,
      byte[] hash,
      byte[] facts,
      List<StoredReference> references,
      byte[] bytes) {}

  /**
   * A version comes into a collection, or leaves it; kept although it may have no row there for
   * now, and also when the version is deleted.
   *
   * @param version a number of a stored version, or {@code -1 - key} of a new one
   * @param collection the collection's id
   * @param origin who brought it here under which policies, in the exchange's own form; of no
   *     length when it leaves
   */
  public record Placement(long version, String collection, byte[] origin) {}

  /**
   * A row to append.
   *
   * @param collection the collection's id
   * @param version a number of a stored version, or {@code -1 - key} of a new one
   * @param form the class in canonical form; the store interns it
   * @param head see {@link StoredRow#head()}
   * @param shared see {@link StoredRow#shared()}
   */
  public record NewRow(
      String collection, long version, String form, boolean head, boolean shared) {}

  /**
   * A row that changes. Its predecessor is kept with the positions between which it held.
   *
   * @param row the row as it stands
   * @param form its class from now on
   * @param head from now on
   * @param shared from now on
   * @param gone whether it goes; the rest has no meaning then
   */
  public record RowChange(StoredRow row, String form, boolean head, boolean shared, boolean gone) {}

  /**
   * Classes that readers gain in a collection: for them the rows so far of these classes stand
   * anew.
   *
   * @param collection the collection's id
   * @param classes by number
   * @param low rows that stand at or below this keep their place; -1 when all are placed anew
   * @param readers credentials' ids
   */
  public record NewGain(String collection, Set<Integer> classes, long low, Set<String> readers) {}

  /**
   * The class {@code to}, given in place, joins every gain of the collection that has {@code from}.
   */
  public record Join(String collection, String from, String to) {}

  /**
   * From where on a member sees a collection's past.
   *
   * @param member the member's id
   * @param collection the collection's id
   * @param back how many microseconds before this commit; {@link Long#MAX_VALUE} means all
   */
  public record Reach(String member, String collection, long back) {}

  /** Whether it writes nothing at all. */
  public boolean isEmpty() {
    return equals(NOTHING);
  }
}
