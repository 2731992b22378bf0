// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.store.sqlite;

import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entente.server.store.Asked;
import org.entente.server.store.CommitRecord;
import org.entente.server.store.Facts;
import org.entente.server.store.Keys;
import org.entente.server.store.StoredVersion;
import org.entente.stix.StixId;

/** Loads what a decision names, within the writer's transaction. */
final class FactsLoader implements Facts {
  private static final int MOST_CARRIERS = 4096;

  private final Writer writer;
  private final VersionLoader loader;
  private final Map<StixId, List<StoredVersion>> versions = new HashMap<>();
  private final Map<StixId, Set<StixId>> referrers = new HashMap<>();
  private final Map<Long, byte[]> bytes = new HashMap<>();
  private final Map<Keys.Carrier, Set<Long>> carriers = new HashMap<>();
  private final Map<StixId, Long> oids = new HashMap<>();
  private List<String> classes = List.of();
  private List<Asked> asked = new ArrayList<>();
  private int loaded;

  FactsLoader(Writer writer) {
    this.writer = writer;
    this.loader = new VersionLoader(writer.session, writer.names, writer.classes::form);
  }

  /**
   * Loads what is not loaded yet.
   *
   * @return false when one commit has loaded too much; the rest is left out then
   */
  boolean load(Keys keys) throws SQLException {
    for (StixId id : keys.ids()) {
      loadVersions(id);
    }
    for (StixId id : keys.referrers()) {
      loadReferrers(id);
    }
    for (long vid : keys.bytes()) {
      Optional<byte[]> content =
          writer.session.one(
              "SELECT bytes FROM content WHERE vid = ?", row -> row.getBytes(1), vid);
      content.ifPresent(known -> bytes.put(vid, known));
    }
    for (Keys.Carrier carrier : keys.carriers()) {
      carriers.put(carrier, carrying(carrier));
    }
    if (keys.allClasses()) {
      classes = writer.classes.all();
      asked = Readers.asked(writer.session);
    } else {
      for (Keys.Poller poller : keys.pollers()) {
        Readers.asked(writer.session, poller).ifPresent(asked::add);
      }
    }
    return loaded <= writer.mostLoaded;
  }

  private void loadVersions(StixId id) throws SQLException {
    if (loaded <= writer.mostLoaded && !versions.containsKey(id)) {
      long oid = oid(id);
      List<StoredVersion> found =
          oid == Names.UNKNOWN ? List.of() : loader.versions(id, oid, VersionLoader.NOW);
      versions.put(id, found);
      loaded += found.size();
    }
  }

  private void loadReferrers(StixId id) throws SQLException {
    if (loaded <= writer.mostLoaded && !referrers.containsKey(id)) {
      Set<StixId> found = referring(oid(id));
      referrers.put(id, found);
      loaded += found.size();
    }
  }

  /** How many keys are loaded. */
  int size() {
    return versions.size() + referrers.size() + bytes.size() + carriers.size() + classes.size();
  }

  /**
   * Loads what surrounds some ids, about as much as is loaded already: whoever follows a chain link
   * by link then comes to its end in few rounds.
   */
  void around(Keys keys) throws SQLException {
    int enough = 2 * size();
    Deque<StixId> open = new ArrayDeque<>(keys.ids());
    open.addAll(keys.referrers());
    Set<StixId> seen = new HashSet<>(open);
    while (!open.isEmpty() && size() < enough && loaded <= writer.mostLoaded) {
      StixId id = open.remove();
      loadVersions(id);
      loadReferrers(id);
      Set<StixId> near = new LinkedHashSet<>(referrers.getOrDefault(id, Set.of()));
      for (StoredVersion version : versions.getOrDefault(id, List.of())) {
        version.references().forEach(reference -> near.add(reference.target()));
      }
      near.stream().filter(seen::add).forEach(open::add);
    }
  }

  /** The number of an id, or {@link Names#UNKNOWN}. */
  long oid(StixId id) throws SQLException {
    Long known = oids.get(id);
    if (known == null) {
      known = loader.oid(id);
      oids.put(id, known);
    }
    return known;
  }

  /** The number of an id, given to it now when it has none. */
  long intern(StixId id) throws SQLException {
    long known = oid(id);
    if (known != Names.UNKNOWN) {
      return known;
    }
    long oid = ++writer.state.oid;
    writer.inserts.add("object", oid, Ids.bytes(id, writer.names.code(id.type())));
    oids.put(id, oid);
    return oid;
  }

  private Set<StixId> referring(long oid) throws SQLException {
    if (oid == Names.UNKNOWN) {
      return Set.of();
    }
    Set<StixId> all = new HashSet<>();
    writer.session.each(
        "SELECT version.stamp FROM edge INDEXED BY edge_target JOIN version ON version.vid = edge.vid"
            + " WHERE edge.target = ?",
        row -> {
          all.add(Stamp.id(row.getBytes(1), writer.names));
          return all.size() <= writer.mostLoaded;
        },
        oid);
    return all;
  }

  private Set<Long> carrying(Keys.Carrier carrier) throws SQLException {
    Set<Long> all = new HashSet<>();
    writer.session.each(
        "SELECT DISTINCT edge.vid FROM edge INDEXED BY edge_target"
            + " CROSS JOIN version ON version.vid = edge.vid"
            + " CROSS JOIN row INDEXED BY row_object ON row.oid = version.oid"
            + " AND row.collection = ? AND row.head = 1 AND row.vid = edge.vid AND row.cid = ?"
            + " WHERE edge.target = ? LIMIT "
            + MOST_CARRIERS,
        row -> all.add(row.getLong(1)) || true,
        writer.names.find(carrier.collection()),
        carrier.audience(),
        oid(carrier.target()));
    return all;
  }

  @Override
  public CommitRecord record() {
    return writer.state.record;
  }

  @Override
  public boolean knows(StixId id) {
    return versions.containsKey(id);
  }

  @Override
  public List<StoredVersion> versions(StixId id) {
    return named(versions.get(id), id);
  }

  @Override
  public boolean knowsReferrers(StixId id) {
    return referrers.containsKey(id);
  }

  @Override
  public Set<StixId> referrers(StixId id) {
    return named(referrers.get(id), id);
  }

  private static <T> T named(@org.jspecify.annotations.Nullable T loaded, StixId id) {
    if (loaded == null) {
      throw new IllegalStateException("the decision did not name " + id);
    }
    return loaded;
  }

  @Override
  public Optional<byte[]> bytes(long vid) {
    return Optional.ofNullable(bytes.get(vid));
  }

  @Override
  public Optional<Set<Long>> carriers(Keys.Carrier carrier) {
    return Optional.ofNullable(carriers.get(carrier));
  }

  @Override
  public List<String> classes() {
    return classes;
  }

  @Override
  public long rows(String collection) {
    try {
      return writer.state.rows(writer.names.find(collection));
    } catch (SQLException failed) {
      throw Failures.of(failed);
    }
  }

  @Override
  public List<Asked> asked() {
    return List.copyOf(asked);
  }
}
