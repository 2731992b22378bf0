// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.exchange.submit;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.entente.server.exchange.decide.Incoming;
import org.entente.server.resource.Collection;
import org.entente.stix.StixId;
import org.entente.stix.StixObject;
import org.entente.stix.json.ReadResult;

/**
 * One item of an envelope: read, or refused already.
 *
 * @param index its place in the envelope, from 0
 * @param read what was read, unless it was refused
 * @param refused what is known of it and why, if it was
 */
record Candidate(int index, Optional<StixObject> read, Optional<ReadResult.Refused> refused) {
  static Candidate of(int index, ReadResult result) {
    return result instanceof ReadResult.Accepted accepted
        ? new Candidate(index, Optional.of(accepted.object()), Optional.empty())
        : new Candidate(index, Optional.empty(), Optional.of((ReadResult.Refused) result));
  }

  /** Those that may be decided; the others are told to the tally. */
  static List<Incoming> admit(Collection collection, List<Candidate> candidates, Tally tally) {
    Set<StixId> targets = new HashSet<>();
    for (Candidate candidate : candidates) {
      candidate
          .read()
          .ifPresent(object -> object.references().forEach(r -> targets.add(r.target())));
    }
    Door door = new Door(collection);
    List<Incoming> objects = new ArrayList<>();
    for (Candidate candidate : candidates) {
      if (candidate.read().isEmpty()) {
        tally.refused(candidate.index(), candidate.refused().orElseThrow());
        continue;
      }
      StixObject object = candidate.read().get();
      boolean alone = object.isCarried() && !targets.contains(object.id());
      Incoming incoming = Staged.incoming(candidate.index(), object, alone);
      Optional<String> refusal = door.refuses(object, incoming.marking());
      if (refusal.isPresent()) {
        tally.refused(candidate.index(), object, "marking", refusal.get());
      } else {
        tally.pending(candidate.index(), object);
        objects.add(incoming);
      }
    }
    return objects;
  }
}
