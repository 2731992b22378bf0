// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.exchange.submit;

import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import org.entente.server.exchange.SubmissionFailure;
import org.entente.server.exchange.decide.Incoming;
import org.entente.server.exchange.spool.Spool;
import org.entente.stix.json.EnvelopeSplitter;
import org.entente.stix.json.Limits;
import org.entente.stix.json.SplitResult;
import org.entente.stix.type.Profile;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A large body: cut when it is whole; its objects leave their bytes on disk until their turn. */
final class Spooled implements Source {
  private static final Logger LOG = LoggerFactory.getLogger(Spooled.class);

  private final Spool spool;
  private final Candidates candidates;
  private final EnvelopeSplitter splitter;
  private @Nullable Runnable over;
  private boolean closed;

  Spooled(Spool spool, Limits limits, Profile profile) {
    this.spool = spool;
    this.candidates = Candidates.bare(limits.object(), profile);
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

  @Override
  public Candidates candidates() {
    return candidates;
  }

  @Override
  public Future<List<Incoming>> load(List<Incoming> turn) {
    return spool.reading(() -> turn.stream().map(this::load).toList());
  }

  @Override
  public Incoming load(Incoming one) {
    Candidates.Place place = candidates.place(one.index());
    return one.with(spool.read(place.offset(), place.length()));
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
