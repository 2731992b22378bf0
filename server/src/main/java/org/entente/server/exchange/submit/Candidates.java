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
import org.entente.stix.json.ItemSink;
import org.entente.stix.json.ObjectLimits;
import org.entente.stix.json.ReadResult;
import org.entente.stix.json.Slice;
import org.entente.stix.type.Checked;
import org.entente.stix.type.Profile;
import org.entente.stix.type.Validator;

/** The items of one body: each is read, or refused, when its last byte is there. */
final class Candidates implements ItemSink {
  private static final byte[] NOTHING = {};
  private static final Place NOWHERE = new Place(0, 0);

  private final Validator validator;
  private final boolean bare;
  private final List<Candidate> items = new ArrayList<>();

  /** One item: read, or refused already. It stands where its index says. */
  private record Candidate(
      int index, Optional<Incoming> read, Optional<Remarks> remarks, Place place) {}

  /** Where in the body the bytes of an object are. */
  record Place(long offset, int length) {}

  private Candidates(ObjectLimits limits, Profile profile, boolean bare) {
    this.validator = new Validator(limits, profile);
    this.bare = bare;
  }

  /** Keeps objects whole. */
  static Candidates whole(ObjectLimits limits, Profile profile) {
    return new Candidates(limits, profile, false);
  }

  /** Keeps what is known of objects and the places of their bytes. */
  static Candidates bare(ObjectLimits limits, Profile profile) {
    return new Candidates(limits, profile, true);
  }

  @Override
  public void object(Slice slice) {
    Checked checked = validator.check(slice.bytes());
    Optional<Remarks> remarks = Remarks.of(checked);
    Optional<Incoming> read = Optional.empty();
    if (!checked.refused() && checked.read() instanceof ReadResult.Accepted accepted) {
      // Hashing belongs here too: at the end it would hold up the thread for the whole body.
      Incoming incoming = Staged.incoming(slice.index(), accepted.object(), false);
      read = Optional.of(bare ? incoming.with(NOTHING) : incoming);
    }
    Place place = new Place(slice.offset(), slice.bytes().length);
    items.add(new Candidate(slice.index(), read, remarks, place));
  }

  @Override
  public void refused(int index, ReadResult.Refused refused) {
    items.add(new Candidate(index, Optional.empty(), Optional.of(Remarks.of(refused)), NOWHERE));
  }

  /** Where the bytes of an object are that is kept without them. */
  Place place(int index) {
    return items.get(index).place();
  }

  int count() {
    return items.size();
  }

  void clear() {
    items.clear();
  }

  /** Those that may be decided; the others are told to the tally. */
  List<Incoming> admit(Collection collection, Tally tally) {
    Set<StixId> targets = new HashSet<>();
    for (Candidate item : items) {
      item.read().ifPresent(in -> in.object().references().forEach(r -> targets.add(r.target())));
    }
    Door door = new Door(collection);
    List<Incoming> objects = new ArrayList<>();
    for (Candidate item : items) {
      if (item.read().isEmpty()) {
        tally.refused(item.index(), item.remarks().orElseThrow());
        continue;
      }
      Incoming incoming = item.read().get();
      StixObject object = incoming.object();
      Optional<Door.Closed> refusal = door.refuses(object, incoming.marking());
      if (refusal.isPresent()) {
        tally.refused(item.index(), object, refusal.get());
      } else {
        tally.pending(item.index(), object, item.remarks().map(Remarks::text));
        boolean alone = object.isCarried() && !targets.contains(object.id());
        objects.add(alone ? incoming.unreferred() : incoming);
      }
    }
    return objects;
  }
}
