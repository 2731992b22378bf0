// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.exchange.submit;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.entente.server.exchange.decide.Incoming;
import org.entente.server.exchange.decide.MarkingKind;
import org.entente.server.exchange.extension.Extensions;
import org.entente.server.resource.Collection;
import org.entente.stix.StixId;
import org.entente.stix.StixObject;
import org.entente.stix.json.ItemSink;
import org.entente.stix.json.ObjectLimits;
import org.entente.stix.json.ReadResult;
import org.entente.stix.json.Slice;
import org.entente.stix.type.Checked;
import org.entente.stix.type.Finding;
import org.entente.stix.type.Profile;
import org.entente.stix.type.SharedUuids;
import org.entente.stix.type.Validator;
import org.jspecify.annotations.Nullable;

/** The items of one body: each is read, or refused, when its last byte is there. */
final class Candidates implements ItemSink {
  private static final int SHARED_UUIDS = 10_000;

  private final Validator validator;
  private final Profile profile;
  private final Extensions extensions;
  private final Found found = new Found();
  private final Door door;
  private final SharedUuids uuids;
  private final Consumer<Incoming> whole;
  private final boolean bare;
  private final Alike alike = new Alike();
  private final List<Candidate> items = new ArrayList<>();
  private int count;

  /** One item: what is kept of an object that may be decided, or why it is refused already. */
  private sealed interface Candidate {
    /** What it refers to, which does not come alone then, even when this does not come in. */
    List<StixId> targets();
  }

  private record Read(Outline outline, String version, @Nullable String warning)
      implements Candidate {
    @Override
    public List<StixId> targets() {
      return outline.targets();
    }
  }

  private record Refused(int index, Remarks why, List<StixId> targets) implements Candidate {}

  private Candidates(
      ObjectLimits limits,
      Collection collection,
      Extensions extensions,
      boolean bare,
      Consumer<Incoming> whole) {
    this.profile = collection.validation();
    this.validator = new Validator(limits, profile);
    this.extensions = extensions;
    this.door = new Door(collection);
    this.uuids = new SharedUuids(collection.validation(), SHARED_UUIDS);
    this.bare = bare;
    this.whole = whole;
  }

  /**
   * Hands on objects whole.
   *
   * @param whole is given what may be decided, as it is read; whether something refers to an object
   *     is not known by then
   */
  static Candidates whole(
      ObjectLimits limits, Collection collection, Extensions extensions, Consumer<Incoming> whole) {
    return new Candidates(limits, collection, extensions, false, whole);
  }

  /** Keeps outlines alone. */
  static Candidates bare(ObjectLimits limits, Collection collection, Extensions extensions) {
    return new Candidates(limits, collection, extensions, true, unused -> {});
  }

  @Override
  public void object(Slice slice) {
    Checked checked = extensions.check(validator.check(slice.bytes()), slice.bytes(), profile);
    found.add(checked.findings());
    Optional<Remarks> remarks = Remarks.of(checked);
    if (checked.refused() || !(checked.read() instanceof ReadResult.Accepted accepted)) {
      add(new Refused(slice.index(), remarks.orElseThrow(), List.of()));
      return;
    }
    StixObject object = accepted.object();
    MarkingKind marking = MarkingReader.kind(object);
    Optional<Door.Closed> closed = door.refuses(object, marking);
    if (closed.isPresent()) {
      add(new Refused(slice.index(), Remarks.of(object, closed.get()), alike.targets(object)));
      return;
    }
    if (!bare) {
      // Hashing belongs here too: at the end it would hold up the thread for the whole body.
      whole.accept(Staged.incoming(slice.index(), object, false));
    }
    Optional<Finding> shared = uuids.add(object);
    found.add(shared.stream().toList());
    Optional<String> warning =
        Tally.joined(remarks.map(Remarks::text), shared.map(Finding::toString));
    add(new Read(outline(slice, object), object.version().text(), warning.orElse(null)));
  }

  private Outline outline(Slice slice, StixObject object) {
    return new Outline(
        slice.index(),
        alike.id(object.id()),
        alike.targets(object),
        object.isCarried(),
        slice.offset(),
        slice.bytes().length);
  }

  @Override
  public void refused(int index, ReadResult.Refused refused) {
    add(new Refused(index, Remarks.of(refused), List.of()));
  }

  private void add(Candidate item) {
    items.add(item);
    count++;
  }

  /** What was found in them. */
  Found found() {
    return found;
  }

  int count() {
    return count;
  }

  void clear() {
    items.clear();
  }

  /** Those that may be decided; the tally is told of all, and nothing is kept here any more. */
  List<Outline> admit(Tally tally) {
    Set<StixId> targets = new HashSet<>();
    items.forEach(item -> targets.addAll(item.targets()));
    List<Outline> objects = new ArrayList<>();
    for (Candidate item : items) {
      if (item instanceof Read read) {
        Outline outline = read.outline;
        tally.pending(outline.index(), outline.id(), read.version, read.warning);
        objects.add(outline.alone(outline.alone() && !targets.contains(outline.id())));
      } else if (item instanceof Refused refused) {
        tally.refused(refused.index, refused.why);
      }
    }
    clear();
    return objects;
  }
}
