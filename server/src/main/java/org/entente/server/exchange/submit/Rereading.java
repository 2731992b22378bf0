// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.exchange.submit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.entente.server.exchange.decide.VersionFacts;
import org.entente.server.store.StoredReference;
import org.entente.server.store.StoredVersion;
import org.entente.stix.Reference;
import org.entente.stix.StixObject;
import org.entente.stix.json.ObjectLimits;
import org.entente.stix.json.ObjectReader;
import org.entente.stix.json.ReadResult;

/** Reads what is kept beside versions out of their bytes once more; for one thread. */
public final class Rereading {
  private final ObjectReader reader = new ObjectReader(ObjectLimits.ANY);

  /** What can differ from the bytes. */
  public enum Difference {
    /** The bytes are not those that were taken in. */
    BYTES,
    /** The id or version. */
    STAMP,
    /** What the rules need. */
    FACTS,
    /** What it refers to. */
    EDGES
  }

  /** What of a version does not follow from its bytes. */
  public List<Difference> compare(StoredVersion version, byte[] bytes) {
    if (!Arrays.equals(Hashes.sha256(bytes), version.hash())
        || !(reader.read(bytes) instanceof ReadResult.Accepted accepted)) {
      return List.of(Difference.BYTES);
    }
    StixObject object = accepted.object();
    List<Difference> found = new ArrayList<>();
    if (!object.id().equals(version.id())
        || !object.version().text().equals(version.version().text())) {
      found.add(Difference.STAMP);
    }
    if (!facts(version).filter(facts -> facts.equals(of(object, facts))).isPresent()) {
      found.add(Difference.FACTS);
    }
    if (!kept(version).equals(VersionFacts.references(object))) {
      found.add(Difference.EDGES);
    }
    return found;
  }

  private static Optional<VersionFacts> facts(StoredVersion version) {
    try {
      return Optional.of(VersionFacts.decode(version.facts()));
    } catch (RuntimeException damaged) {
      return Optional.empty();
    }
  }

  /** Whose variants could be read when it came is not in the bytes. */
  private static VersionFacts of(StixObject object, VersionFacts kept) {
    return VersionFacts.of(object, MarkingReader.kind(object), kept.known());
  }

  /** Whether their targets were known then is not in the bytes. */
  private static List<Reference> kept(StoredVersion version) {
    List<Reference> kept = new ArrayList<>();
    for (StoredReference reference : version.references()) {
      kept.add(new Reference(reference.kind(), reference.target()));
    }
    return kept;
  }
}
