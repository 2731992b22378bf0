// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.entente.stix.StixId;
import org.entente.stix.StixTimestamp;

/** A plan in the making, for tests. */
public final class Draft {
  private final List<Plan.NewVersion> versions = new ArrayList<>();
  private final List<Plan.Placement> placements = new ArrayList<>();
  private final List<Long> deleted = new ArrayList<>();
  private final List<Plan.RowChange> changes = new ArrayList<>();
  private final List<Plan.NewRow> rows = new ArrayList<>();
  private final List<Plan.NewGain> gains = new ArrayList<>();
  private final List<Plan.Join> joins = new ArrayList<>();
  private final List<StoredStatus> statuses = new ArrayList<>();
  private final List<String> finished = new ArrayList<>();
  private final List<CatalogChange> catalog = new ArrayList<>();
  private final List<Asked> asked = new ArrayList<>();
  private final List<Plan.Reach> reaches = new ArrayList<>();
  private final List<AuditEntry> audit = new ArrayList<>();

  /** An id by type and number. */
  public static StixId id(String type, long number) {
    return new StixId(type, new UUID(0x1234_5678_9abc_4000L, 0x8000_0000_0000_0000L | number));
  }

  /** An indicator's id by number. */
  public static StixId id(long number) {
    return id("indicator", number);
  }

  /** A timestamp. */
  public static StixTimestamp time(String text) {
    return StixTimestamp.parse(text).orElseThrow();
  }

  /** The bytes that a version of an id is kept with. */
  public static byte[] bytes(StixId id, StixTimestamp version) {
    return ("{\"id\":\"" + id + "\",\"modified\":\"" + version + "\"}")
        .getBytes(StandardCharsets.UTF_8);
  }

  static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException absent) {
      throw new IllegalStateException(absent);
    }
  }

  /** Adds a version without a row, and gives the number that rows of this plan name it by. */
  public long version(
      StixId id, StixTimestamp version, String owner, List<StoredReference> references) {
    return version(id, version, owner, references, bytes(id, version));
  }

  /** Adds a version with bytes of its own. */
  public long version(
      StixId id,
      StixTimestamp version,
      String owner,
      List<StoredReference> references,
      byte[] bytes) {
    int key = versions.size();
    byte[] facts = ("facts of " + id).getBytes(StandardCharsets.UTF_8);
    versions.add(
        new Plan.NewVersion(
            key, id, version, owner, false, sha256(bytes), facts, references, bytes));
    return -1 - key;
  }

  /** Adds a version with a row that is its head. */
  public Draft push(StixId id, String modified, String owner, String collection, String form) {
    return row(collection, version(id, time(modified), owner, List.of()), form, true, false);
  }

  /** Adds a row. */
  public Draft row(String collection, long version, String form, boolean head, boolean shared) {
    rows.add(new Plan.NewRow(collection, version, form, head, shared));
    return this;
  }

  Draft place(long version, String collection, String origin) {
    placements.add(
        new Plan.Placement(version, collection, origin.getBytes(StandardCharsets.UTF_8)));
    return this;
  }

  Draft delete(long vid) {
    deleted.add(vid);
    return this;
  }

  Draft change(StoredRow row, String form, boolean head, boolean shared) {
    changes.add(new Plan.RowChange(row, form, head, shared, false));
    return this;
  }

  Draft remove(StoredRow row) {
    changes.add(new Plan.RowChange(row, row.form(), false, false, true));
    return this;
  }

  Draft gain(String collection, Set<Integer> classes, String... readers) {
    return gainAbove(-1, collection, classes, readers);
  }

  Draft gainAbove(long low, String collection, Set<Integer> classes, String... readers) {
    gains.add(new Plan.NewGain(collection, classes, low, Set.of(readers)));
    return this;
  }

  Draft join(String collection, String from, String to) {
    joins.add(new Plan.Join(collection, from, to));
    return this;
  }

  Draft status(StoredStatus status) {
    statuses.add(status);
    return this;
  }

  Draft finish(String submission) {
    finished.add(submission);
    return this;
  }

  Draft catalog(CatalogChange change) {
    catalog.add(change);
    return this;
  }

  Draft asked(Asked reader) {
    asked.add(reader);
    return this;
  }

  Draft reach(String member, String collection, long back) {
    reaches.add(new Plan.Reach(member, collection, back));
    return this;
  }

  Draft audit(String action) {
    audit.add(new AuditEntry("ana", action, "subject", "{}"));
    return this;
  }

  /** The plan so far. */
  public Plan plan() {
    return new Plan(
        List.copyOf(versions),
        List.copyOf(placements),
        List.copyOf(deleted),
        List.copyOf(changes),
        List.copyOf(rows),
        List.copyOf(gains),
        List.copyOf(joins),
        List.copyOf(statuses),
        List.copyOf(finished),
        List.copyOf(catalog),
        List.copyOf(asked),
        List.copyOf(reaches),
        List.copyOf(audit));
  }
}
