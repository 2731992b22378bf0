// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.connector.taxii.push;

import java.io.ByteArrayOutputStream;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.entente.connector.taxii.EnvelopeMembers;
import org.entente.connector.taxii.TaxiiOptions;
import org.entente.stix.json.EnvelopeSplitter;
import org.entente.stix.json.ItemSink;
import org.entente.stix.json.Limits;
import org.entente.stix.json.Problem;
import org.entente.stix.json.ReadResult;
import org.entente.stix.json.Slice;
import org.entente.stix.json.SplitResult;
import org.entente.stix.type.Finding;
import org.entente.stix.type.Profile;
import org.entente.stix.type.StorageRules;
import org.jspecify.annotations.Nullable;

/** Cuts one file of bundles, envelopes and single objects into its objects. */
final class FileValues implements JsonSequence.Values, ItemSink {
  /** What a file may take is for the server to say: only what no memory holds is refused here. */
  private static final Limits LIMITS =
      new Limits(Long.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE, TaxiiOptions.OBJECT);

  /** A value longer than this is no empty bundle. */
  private static final int SMALL = 4 << 10;

  private final JsonSequence sequence = new JsonSequence(this);
  private final ByteArrayOutputStream start = new ByteArrayOutputStream();
  private final String name;
  private final boolean mayBeEmpty;
  private final Collection<byte[]> objects;
  private final Collection<PushFailure> refused;
  private final Collection<String> notes;
  private @Nullable EnvelopeSplitter value;
  private long number;
  private boolean broken;

  /**
   * Prepares for one file.
   *
   * @param name what messages call it
   * @param mayBeEmpty whether it is no failure when there is nothing: a pull that brings nothing
   *     new writes nothing to the next command
   */
  FileValues(
      String name,
      boolean mayBeEmpty,
      Collection<byte[]> objects,
      Collection<PushFailure> refused,
      Collection<String> notes) {
    this.name = name;
    this.mayBeEmpty = mayBeEmpty;
    this.objects = objects;
    this.refused = refused;
    this.notes = notes;
  }

  void feed(byte[] chunk, int length) {
    sequence.feed(chunk, length);
  }

  /** The file is at its end. */
  void finish() {
    sequence.end();
    if (sequence.isBlank() && !mayBeEmpty) {
      refused.add(PushFailure.unidentified(name + " holds no objects"));
    }
  }

  /** Whether the rest of the file cannot be understood. */
  boolean broken() {
    return broken;
  }

  @Override
  public void part(byte[] chunk, int offset, int length) {
    if (broken) {
      return;
    }
    if (value == null) {
      value = new EnvelopeSplitter(LIMITS, this);
      start.reset();
      number++;
    }
    if (start.size() <= SMALL) {
      start.write(chunk, offset, Math.min(length, SMALL + 1));
    }
    Optional<SplitResult.Failure> failure = value.feed(chunk, offset, length);
    failure.ifPresent(this::failed);
  }

  @Override
  public void end() {
    if (value != null && !broken) {
      SplitResult end = value.end();
      if (end instanceof SplitResult.Failure failure) {
        failed(failure);
      } else if (end instanceof SplitResult.Whole whole) {
        note(whole.problems());
      }
    }
    value = null;
  }

  /** A bundle goes no further than here, so what is wrong with it hinders nothing. */
  private void note(List<Problem> problems) {
    for (Finding finding : StorageRules.ofBundle(problems, Profile.STANDARD)) {
      notes.add(place() + ": in the bundle itself: " + finding);
    }
  }

  private String place() {
    return name + (number > 1 ? ", value " + number : "");
  }

  private void failed(SplitResult.Failure failure) {
    if (failure.kind() != SplitResult.Kind.NOT_AN_ENVELOPE) {
      broken = true;
    } else if (isEmpty()) {
      return;
    }
    refused.add(
        PushFailure.unidentified(
            place()
                + ", byte "
                + failure.offset()
                + ": "
                + failure.reason()
                + (broken ? "; the rest is not read" : "")));
  }

  /** An empty list of objects asks for nothing. */
  private boolean isEmpty() {
    if (start.size() > SMALL) {
      return false;
    }
    EnvelopeMembers members = new EnvelopeMembers();
    members.feed(start.toByteArray());
    return members.closed() && members.has("objects");
  }

  @Override
  public void object(Slice slice) {
    objects.add(slice.bytes());
  }

  @Override
  public void refused(int index, ReadResult.Refused item) {
    String reason = item.problems().isEmpty() ? "" : item.problems().get(0).toString();
    refused.add(
        new PushFailure(
            item.id().orElse("unidentified"),
            item.version().orElse(""),
            name + ", object " + index + ": " + reason));
  }
}
