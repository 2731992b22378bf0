// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.connector.taxii.push;

import java.io.ByteArrayOutputStream;
import java.util.Collection;
import java.util.Optional;
import org.entente.connector.taxii.EnvelopeMembers;
import org.entente.stix.json.EnvelopeSplitter;
import org.entente.stix.json.ItemSink;
import org.entente.stix.json.Limits;
import org.entente.stix.json.ObjectLimits;
import org.entente.stix.json.ReadResult;
import org.entente.stix.json.Slice;
import org.entente.stix.json.SplitResult;
import org.jspecify.annotations.Nullable;

/** Cuts one file of bundles, envelopes and single objects into its objects. */
final class FileValues implements JsonSequence.Values, ItemSink {
  /** What a file may take is for the server to say: only what no memory holds is refused here. */
  private static final Limits LIMITS =
      new Limits(
          Long.MAX_VALUE,
          Integer.MAX_VALUE,
          Integer.MAX_VALUE,
          new ObjectLimits(128 << 20, 512, 128 << 20, 1_000, Integer.MAX_VALUE));

  /** A value longer than this is no empty bundle. */
  private static final int SMALL = 4 << 10;

  private final JsonSequence sequence = new JsonSequence(this);
  private final ByteArrayOutputStream start = new ByteArrayOutputStream();
  private final String name;
  private final Collection<byte[]> objects;
  private final Collection<PushFailure> refused;
  private @Nullable EnvelopeSplitter value;
  private long number;
  private boolean broken;

  FileValues(String name, Collection<byte[]> objects, Collection<PushFailure> refused) {
    this.name = name;
    this.objects = objects;
    this.refused = refused;
  }

  void feed(byte[] chunk, int length) {
    sequence.feed(chunk, length);
  }

  /** The file is at its end. */
  void finish() {
    sequence.end();
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
    if (value != null && !broken && value.end() instanceof SplitResult.Failure failure) {
      failed(failure);
    }
    value = null;
  }

  private void failed(SplitResult.Failure failure) {
    if (failure.kind() != SplitResult.Kind.NOT_AN_ENVELOPE) {
      broken = true;
    } else if (isEmpty()) {
      return;
    }
    refused.add(
        PushFailure.unidentified(
            name
                + (number > 1 ? ", value " + number : "")
                + ", byte "
                + failure.offset()
                + ": "
                + failure.reason()
                + (broken ? "; the rest is not read" : "")));
  }

  /** A bundle or an envelope of nothing asks for nothing. */
  private boolean isEmpty() {
    if (start.size() > SMALL) {
      return false;
    }
    EnvelopeMembers members = new EnvelopeMembers();
    members.feed(start.toByteArray());
    return members.closed() && (members.has("objects") || members.text("type").equals("bundle"));
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
