// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.exchange.submit;

import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import org.entente.server.exchange.SubmissionFailure;
import org.entente.server.exchange.decide.Incoming;
import org.entente.server.exchange.extension.Extensions;
import org.entente.server.exchange.spool.Spool;
import org.entente.server.resource.Collection;
import org.entente.stix.json.EnvelopeSplitter;
import org.entente.stix.json.Limits;
import org.entente.stix.json.ObjectReader;
import org.entente.stix.json.ReadResult;
import org.entente.stix.json.SplitResult;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A large body: cut when it is whole; its objects stay on disk until their turn, but for their
 * outlines.
 */
final class Spooled implements Source {
  private static final Logger LOG = LoggerFactory.getLogger(Spooled.class);

  private final Spool spool;
  private final Limits limits;
  private final Candidates candidates;
  private final EnvelopeSplitter splitter;
  private @Nullable Runnable over;
  private boolean closed;

  Spooled(Spool spool, Limits limits, Collection collection, Extensions extensions) {
    this.spool = spool;
    this.limits = limits;
    this.candidates = Candidates.bare(limits.object(), collection, extensions);
    this.splitter = new EnvelopeSplitter(limits, candidates);
  }

  /** Cuts the body, when it is its turn. */
  Future<SplitResult> cut(Future<Runnable> turn) {
    return turn.compose(
            own -> {
              over = own;
              return spool.pour(piece -> splitter.feed(piece, 0, piece.length).isEmpty());
            })
        .map(poured -> splitter.end())
        .recover(Spooled::unreadable);
  }

  private static Future<SplitResult> unreadable(Throwable cause) {
    LOG.warn("a body cannot be kept on disk", cause);
    return Future.failedFuture(
        new SubmissionFailure(SubmissionFailure.Kind.FULL, "there is no room to keep it"));
  }

  /** Its items, once it is cut. */
  Candidates candidates() {
    return candidates;
  }

  @Override
  public Future<List<Incoming>> load(List<Outline> turn) {
    return spool.reading(
        () -> {
          ObjectReader reader = new ObjectReader(limits.object());
          return turn.stream().map(outline -> read(outline, reader)).toList();
        });
  }

  /** Its facts once more: kept for each object of the body, they would take more than its bytes. */
  private Incoming read(Outline outline, ObjectReader reader) {
    if (reader.read(bytes(outline)) instanceof ReadResult.Accepted accepted) {
      return Staged.incoming(outline.index(), accepted.object(), outline.alone());
    }
    throw new IllegalStateException("object " + outline.index() + " is not what it was on disk");
  }

  @Override
  public byte[] bytes(Outline one) {
    return spool.read(one.offset(), one.length());
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      spool.close();
      Optional.ofNullable(over).ifPresent(Runnable::run);
    }
  }
}
