// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.exchange.decide;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.entente.server.store.Plan;
import org.entente.server.store.StoredReference;
import org.entente.server.store.StoredRow;
import org.entente.server.store.StoredVersion;
import org.entente.stix.StixId;
import org.entente.stix.StixObject;
import org.entente.stix.StixTimestamp;
import org.entente.stix.TlpMarkings;

/** One version while a commit is decided: as stored, or about to be. */
final class Draft {
  /** A number of a stored version, or {@code -1 - key} of a new one. */
  final long ref;

  final StixId id;
  final StixTimestamp version;
  final String owner;
  final boolean shadow;
  final VersionFacts facts;
  final List<StoredReference> references;
  final Map<String, Origin> placements = new TreeMap<>();
  final List<StoredRow> rows;
  final byte[] hash;

  /** The bytes of a new version; of a stored one they are fetched when needed. */
  final Optional<byte[]> bytes;

  boolean deleted;

  private Draft(long ref, StoredVersion version, VersionFacts facts, Optional<byte[]> bytes) {
    this.ref = ref;
    this.id = version.id();
    this.version = version.version();
    this.owner = version.owner();
    this.shadow = version.shadow();
    this.deleted = version.deleted();
    this.hash = version.hash();
    this.facts = facts;
    this.references = version.references();
    this.rows = version.rows();
    this.bytes = bytes;
  }

  static Draft stored(StoredVersion version) {
    Draft draft =
        new Draft(version.vid(), version, VersionFacts.decode(version.facts()), Optional.empty());
    version.placements().forEach((c, origin) -> draft.placements.put(c, Origin.decode(origin)));
    return draft;
  }

  static Draft fresh(Plan.NewVersion version, VersionFacts facts) {
    StoredVersion shape =
        new StoredVersion(
            0,
            version.id(),
            version.version(),
            version.owner(),
            version.shadow(),
            false,
            version.hash(),
            version.facts(),
            version.references(),
            Map.of(),
            List.of());
    return new Draft(-1L - version.key(), shape, facts, Optional.of(version.bytes()));
  }

  boolean fresh() {
    return ref < 0;
  }

  /** Whether it stands in a collection. */
  boolean standsIn(String collection) {
    return !deleted && placements.containsKey(collection);
  }

  /**
   * Whether it travels with what refers to it: of a carried kind, without marking, not TLP's own.
   */
  boolean carried() {
    return isCarriedKind(id)
        && facts.markings().isEmpty()
        && facts.granular().isEmpty()
        && facts.marking() != MarkingKind.TLP;
  }

  /** Whether objects of an id's type may travel with others. */
  static boolean isCarriedKind(StixId id) {
    return StixObject.isObservable(id.type())
        || (id.type().equals("marking-definition") && TlpMarkings.level(id).isEmpty())
        || id.type().equals("extension-definition");
  }

  /** Where it stands, or has rows that must go. */
  Set<String> collections() {
    Set<String> all = new TreeSet<>(placements.keySet());
    rows.forEach(row -> all.add(row.collection()));
    return all;
  }

  /** Its rows in a collection, as stored. */
  List<StoredRow> rowsIn(String collection) {
    List<StoredRow> in = new ArrayList<>(1);
    for (StoredRow row : rows) {
      if (row.collection().equals(collection)) {
        in.add(row);
      }
    }
    return in;
  }
}
