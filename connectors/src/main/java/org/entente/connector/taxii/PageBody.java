// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.connector.taxii;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.entente.stix.json.EnvelopeSplitter;
import org.entente.stix.json.ItemSink;
import org.entente.stix.json.Limits;
import org.entente.stix.json.ReadResult;
import org.entente.stix.json.Slice;
import org.entente.stix.json.SplitResult;

/** Cuts one page into its objects while it arrives. */
final class PageBody implements BodyReader.Taker, ItemSink {
  private static final int MAX_REFUSED = 100;
  private static final int MAX_AFTERWARDS = 1 << 20;

  private final EnvelopeMembers members = new EnvelopeMembers();
  private final EnvelopeSplitter splitter;
  private final ObjectSink sink;
  private final String what;
  private final List<String> refused = new ArrayList<>();
  private int objects;
  private boolean empty;
  private long afterwards;

  PageBody(Limits limits, ObjectSink sink, String what) {
    this.splitter = new EnvelopeSplitter(limits, this);
    this.sink = sink;
    this.what = what;
    sink.begin();
  }

  @Override
  public void take(Buffer piece) {
    byte[] bytes = piece.getBytes();
    members.feed(bytes);
    if (empty) {
      afterwards += bytes.length;
    } else {
      splitter.feed(bytes, 0, bytes.length).ifPresent(this::failed);
    }
    if (afterwards > MAX_AFTERWARDS) {
      throw new TaxiiException(TaxiiException.Kind.FORMAT, what + " answered no envelope");
    }
  }

  @Override
  public Future<Void> ready() {
    return sink.ready();
  }

  @Override
  public void object(Slice slice) {
    if (members.has("objects")) {
      objects++;
      sink.object(slice.bytes());
    }
  }

  @Override
  public void refused(int index, ReadResult.Refused item) {
    if (members.has("objects") && refused.size() < MAX_REFUSED) {
      String id = item.id().map(known -> " `" + Printable.of(known, 256) + "`").orElse("");
      String reason = item.problems().isEmpty() ? "" : ": " + item.problems().get(0);
      refused.add("object " + index + id + " of " + what + " is left out" + reason);
    }
  }

  /** Checks the end of the body. */
  void end() {
    if (splitter.end() instanceof SplitResult.Failure failure) {
      failed(failure);
    }
    if (empty && !members.closed()) {
      throw new TaxiiException(TaxiiException.Kind.FORMAT, what + " answered no envelope");
    }
  }

  /** An envelope without objects is an empty page (TAXII 2.1 §5.4), not a failure. */
  private void failed(SplitResult.Failure failure) {
    if (failure.kind() == SplitResult.Kind.NOT_AN_ENVELOPE && objects + refused.size() == 0) {
      empty = true;
      return;
    }
    boolean brokenOff = failure.kind() == SplitResult.Kind.MALFORMED;
    throw new TaxiiException(
        brokenOff ? TaxiiException.Kind.TRANSIENT : TaxiiException.Kind.FORMAT,
        what + " answered no envelope: " + Printable.of(failure.reason(), 300));
  }

  int objects() {
    return objects;
  }

  List<String> refused() {
    return List.copyOf(refused);
  }

  boolean more() {
    return members.more();
  }

  Optional<String> next() {
    return members.next();
  }
}
