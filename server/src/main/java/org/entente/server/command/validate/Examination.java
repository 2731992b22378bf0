// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.command.validate;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.entente.connector.taxii.push.JsonSequence;
import org.entente.stix.json.EnvelopeSplitter;
import org.entente.stix.json.ItemSink;
import org.entente.stix.json.Limits;
import org.entente.stix.json.ReadResult;
import org.entente.stix.json.Slice;
import org.entente.stix.json.SplitResult;
import org.entente.stix.type.Checked;
import org.entente.stix.type.Finding;
import org.entente.stix.type.Gathering;
import org.entente.stix.type.Profile;
import org.entente.stix.type.StorageRules;
import org.entente.stix.type.Validator;
import org.jspecify.annotations.Nullable;

/** Reads one file, value by value, and holds the objects in it against the standard. */
final class Examination implements JsonSequence.Values, ItemSink {
  private static final int CHUNK = 64 << 10;

  private final String file;
  private final Limits limits;
  private final Profile profile;
  private final Validator validator;
  private final Gathering<Place> gathering;
  private final Report report;
  private final Count count;
  private @Nullable EnvelopeSplitter splitter;
  private long value;
  private boolean broken;

  Examination(String file, Limits limits, Profile profile, Report report, Count count) {
    this.file = file;
    this.limits = limits;
    this.profile = profile;
    this.validator = new Validator(limits.object(), profile);
    this.gathering =
        new Gathering<>(
            limits.object(),
            profile,
            it -> tell(it.place(), it.id().toString(), List.of(it.finding())));
    this.report = report;
    this.count = count;
  }

  /**
   * Reads the file to its end.
   *
   * @param progress is told of bytes that were read
   */
  void read(InputStream in, LongConsumer progress) throws IOException {
    JsonSequence sequence = new JsonSequence(this);
    byte[] chunk = new byte[CHUNK];
    for (int length = in.read(chunk); length >= 0 && !broken; length = in.read(chunk)) {
      sequence.feed(chunk, length);
      progress.accept(length);
    }
    sequence.end();
    if (sequence.isBlank() && !file.equals("-")) {
      tell(place(""), "", List.of(StorageRules.whole("the file holds no objects")));
    }
    gathering.end();
  }

  @Override
  public void part(byte[] chunk, int offset, int length) {
    if (broken) {
      return;
    }
    if (splitter == null) {
      splitter = new EnvelopeSplitter(limits, this);
      value++;
    }
    Optional<SplitResult.Failure> failure = splitter.feed(chunk, offset, length);
    failure.ifPresent(this::failed);
  }

  @Override
  public void end() {
    if (splitter != null && !broken) {
      SplitResult end = splitter.end();
      if (end instanceof SplitResult.Failure failure) {
        failed(failure);
      } else if (end instanceof SplitResult.Whole whole) {
        tell(place(""), "", StorageRules.ofBundle(whole.problems(), profile));
      }
    }
    splitter = null;
  }

  private void failed(SplitResult.Failure failure) {
    if (failure.kind() == SplitResult.Kind.NOT_AN_ENVELOPE) {
      tell(place(""), "", List.of(StorageRules.whole(failure.reason())));
    } else {
      broken(failure.reason() + " at byte " + failure.offset() + ", the rest is not read");
    }
  }

  private void broken(String reason) {
    broken = true;
    tell(place(""), "", List.of(StorageRules.whole(reason)));
  }

  @Override
  public void object(Slice slice) {
    Checked checked = validator.check(slice.bytes());
    count.object();
    // An object that is no item of another begins where its value does.
    Place place = place(slice.offset() == 0 ? "" : "/objects/" + slice.index());
    tell(place, checked.id(), checked.findings());
    if (checked.read() instanceof ReadResult.Accepted accepted) {
      gathering.add(accepted.object(), place);
    }
  }

  @Override
  public void refused(int index, ReadResult.Refused refused) {
    count.object();
    List<Finding> findings = refused.problems().stream().map(StorageRules::finding).toList();
    tell(place("/objects/" + index), refused.id().orElse(""), findings);
  }

  private Place place(String pointer) {
    return new Place(file, value, pointer);
  }

  private void tell(Place place, String id, List<Finding> findings) {
    for (Finding finding : findings) {
      if (finding.isError()) {
        count.error();
      } else {
        count.warning();
      }
    }
    if (!findings.isEmpty()) {
      report.found(place, id, findings);
    }
  }
}
