// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.http.wire;

import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.util.zip.DataFormatException;
import org.entente.SuppressForbidden;
import org.entente.server.exchange.Sink;
import org.entente.server.taxii.StatusResource;
import org.entente.server.taxii.TaxiiFailure;
import org.jspecify.annotations.Nullable;

/**
 * Moves the body of one request into a sink as it arrives: unpacked if need be, never more than the
 * limit, never faster than the sink takes it, and not for ever.
 */
public final class BodyPump {
  private final HttpServerRequest request;
  private final Peer peer;
  private final Runnable broken = this::brokeOff;
  private final Sink sink;
  private final long limit;
  private final Pace pace;
  private final Promise<StatusResource> result;
  private final @Nullable Gunzip gunzip;
  private long unpacked;
  private long arrived;
  private boolean ended;
  private boolean waiting;

  @SuppressForbidden("the bridge from the callbacks of a request body")
  private BodyPump(
      HttpServerRequest request,
      Peer peer,
      Sink sink,
      long limit,
      boolean zipped,
      Patience patience) {
    this.request = request;
    this.peer = peer;
    this.sink = sink;
    this.limit = limit;
    this.pace = new Pace(patience);
    this.gunzip = zipped ? new Gunzip() : null;
    this.result = Promise.promise();
  }

  /**
   * Moves a body.
   *
   * @param vertx for the deadlines
   * @param request is paused
   * @param peer who sends it
   * @param sink where the body goes
   * @param limit the most bytes, as they arrive and unpacked
   * @param zipped whether the body is gzip
   * @param patience how slow it may be
   * @return the sink's result, or why the body was not taken whole; it is aborted then
   */
  public static Future<StatusResource> run(
      Vertx vertx,
      HttpServerRequest request,
      Peer peer,
      Sink sink,
      long limit,
      boolean zipped,
      Patience patience) {
    BodyPump pump = new BodyPump(request, peer, sink, limit, zipped, patience);
    pump.start(vertx, patience);
    return pump.result.future();
  }

  private void start(Vertx vertx, Patience patience) {
    long timer = vertx.setPeriodic(patience.tick().toMillis(), unused -> look());
    result
        .future()
        .onComplete(
            unused -> {
              vertx.cancelTimer(timer);
              peer.hasRead(broken);
              if (gunzip != null) {
                gunzip.close();
              }
            });
    sink.result().onComplete(this::finish);
    request.exceptionHandler(failure -> brokeOff());
    request.endHandler(unused -> end());
    request.handler(this::arrived);
    peer.reads(broken);
    request.resume();
  }

  private void brokeOff() {
    fail(new TaxiiFailure.BadRequest("the body broke off").exception());
  }

  private void finish(AsyncResult<StatusResource> outcome) {
    if (outcome.succeeded()) {
      boolean unused = result.tryComplete(outcome.result());
    } else {
      boolean unused = result.tryFail(outcome.cause());
    }
  }

  private void fail(Throwable cause) {
    if (result.tryFail(cause)) {
      sink.abort();
    }
  }

  private boolean over() {
    return result.future().isComplete();
  }

  private void arrived(Buffer chunk) {
    if (over()) {
      return;
    }
    arrived += chunk.length();
    if (arrived > limit) {
      fail(tooLarge());
    } else if (gunzip == null) {
      sink.write(chunk);
      waitForSink();
    } else {
      gunzip.feed(chunk.getBytes());
      unpack(gunzip);
    }
  }

  private void unpack(Gunzip source) {
    try {
      while (!over() && !waiting) {
        byte[] piece = source.next();
        if (piece.length == 0) {
          return;
        }
        unpacked += piece.length;
        if (unpacked > limit) {
          fail(tooLarge());
          return;
        }
        sink.write(Buffer.buffer(piece));
        waitForSink();
      }
    } catch (DataFormatException damaged) {
      fail(new TaxiiFailure.BadRequest("the body is no gzip: " + damaged.getMessage()).exception());
    }
  }

  private void waitForSink() {
    if (!waiting && !over() && sink.writeQueueFull()) {
      waiting = true;
      request.pause();
      sink.drainHandler(this::drained);
    }
  }

  private void drained() {
    waiting = false;
    if (gunzip != null) {
      unpack(gunzip);
    }
    if (!waiting && !over()) {
      request.resume();
      endIfAllIsMoved();
    }
  }

  private void end() {
    ended = true;
    peer.hasRead(broken);
    endIfAllIsMoved();
  }

  private void endIfAllIsMoved() {
    if (!ended || waiting || over()) {
      return;
    }
    if (gunzip != null && !gunzip.whole()) {
      fail(new TaxiiFailure.BadRequest("the body is no gzip: it is cut off").exception());
    } else {
      sink.end();
    }
  }

  private void look() {
    if (!ended && !pace.holds(arrived, waiting)) {
      fail(new TaxiiFailure.TooSlow("the body came too slowly").exception());
    }
  }

  private static Throwable tooLarge() {
    return new TaxiiFailure.TooLarge("the body is larger than `max_content_length` of the API root")
        .exception();
  }
}
