// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.connector.taxii;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;
import org.jspecify.annotations.Nullable;

/** Reads the body of an answer piece by piece, no faster than it is taken. */
final class BodyReader {
  /** Takes the pieces. */
  interface Taker {
    /** The next piece; throws when the rest is not wanted. */
    void take(Buffer piece);

    /** Done when the next piece may come. */
    default Future<Void> ready() {
      return Future.succeededFuture();
    }
  }

  private final HttpClientResponse response;
  private final Taker taker;
  private final Silence.Watch watch;
  private @Nullable RuntimeException refusal;

  private BodyReader(HttpClientResponse response, Taker taker, Silence silence) {
    this.response = response;
    this.taker = taker;
    this.watch = silence.listen(this::refuse);
  }

  /** Reads to the end; fails when the body breaks off or falls silent, or the taker throws. */
  static Future<Void> read(HttpClientResponse response, Taker taker, Silence silence) {
    BodyReader reader = new BodyReader(response, taker, silence);
    response.handler(reader::piece);
    return response.end().transform((ended, broken) -> reader.end(broken));
  }

  /** Reads a body that must not be longer than some bytes. */
  static Future<Buffer> bounded(
      HttpClientResponse response, int max, String what, Silence silence) {
    Buffer all = Buffer.buffer();
    return read(
            response,
            piece -> {
              if (all.length() + piece.length() > max) {
                throw new TaxiiException(
                    TaxiiException.Kind.FORMAT, what + " answered more than " + max + " bytes");
              }
              all.appendBuffer(piece);
            },
            silence)
        .map(all);
  }

  private void piece(Buffer piece) {
    if (refusal != null) {
      return;
    }
    watch.heard();
    try {
      taker.take(piece);
    } catch (RuntimeException refused) {
      refuse(refused);
      return;
    }
    Future<Void> ready = taker.ready();
    if (!ready.isComplete()) {
      response.pause();
      watch.waiting(true);
      ready.onComplete(taken -> goOn(), failed -> refuse(new NotTaken(failed)));
    } else if (ready.failed()) {
      refuse(new NotTaken(ready.cause()));
    }
  }

  private void goOn() {
    watch.waiting(false);
    response.resume();
  }

  private void refuse(RuntimeException why) {
    refusal = why;
    response.request().reset();
    response.resume();
  }

  private Future<Void> end(@Nullable Throwable broken) {
    watch.end();
    Throwable failure = refusal == null ? broken : refusal;
    return failure == null ? Future.succeededFuture() : Future.failedFuture(failure);
  }

  /** Whoever takes the body cannot go on; the server has no part in it. */
  static final class NotTaken extends RuntimeException {
    private final Throwable why;

    NotTaken(Throwable why) {
      super(why);
      this.why = why;
    }

    Throwable why() {
      return why;
    }
  }
}
