// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.http.wire;

import io.vertx.core.http.HttpConnection;
import java.net.InetAddress;
import java.security.cert.X509Certificate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is known of one connection. Touched on its event loop only. */
public final class Peer {
  private final HttpConnection connection;
  private final InetAddress address;
  private final Optional<X509Certificate> certificate;
  private final Outgoing outgoing;

  /** Bytes have come that no request accounts for: its headers are on the way. */
  private boolean receiving;

  private int requests;
  private long since;
  private long unsent;
  private long progress;
  private long now;
  private boolean closed;

  /** The other end sends nothing more. */
  private boolean ended;

  /** A body broke off that may not be read yet. */
  private boolean broken;

  /** Part of a body has come, and the rest has not. */
  private boolean withinBody;

  private long heard;
  private @Nullable Runnable bodyReader;
  private @Nullable Runnable slowBody;

  Peer(
      HttpConnection connection,
      InetAddress address,
      Optional<X509Certificate> certificate,
      Outgoing outgoing,
      long now) {
    this.connection = connection;
    this.address = address;
    this.certificate = certificate;
    this.outgoing = outgoing;
    this.since = now;
    this.now = now;
  }

  /** The address at the other end, perhaps a proxy's. */
  public InetAddress address() {
    return address;
  }

  /** The certificate that the other end showed in the handshake. */
  public Optional<X509Certificate> certificate() {
    return certificate;
  }

  /** The connection itself. */
  public HttpConnection connection() {
    return connection;
  }

  void bytesCame() {
    heard = now;
    if (!receiving) {
      receiving = true;
      if (requests == 0) {
        since = now;
      }
    }
  }

  /** The headers of a request are there. */
  public void requestBegan() {
    requests++;
    receiving = false;
  }

  /** A request is answered. */
  public void requestEnded() {
    requests--;
    receiving = false;
    since = now;
    closeIfOver();
  }

  /** Somebody reads the body of a request, and is told at once when it breaks off. */
  void reads(Runnable told) {
    bodyReader = told;
    if (broken) {
      told.run();
    }
  }

  /** The same, and is told when no byte of it comes for too long. */
  void reads(Runnable told, Runnable slow) {
    slowBody = slow;
    reads(told);
  }

  /** The body is read, or not wanted any more. */
  void hasRead(Runnable told) {
    if (bodyReader == told) {
      bodyReader = null;
      slowBody = null;
    }
  }

  void withinBody(boolean within) {
    withinBody = within;
  }

  /** The other end sends nothing more, but may still read. */
  void inputEnded() {
    ended = true;
    if (withinBody) {
      bodyBroke();
    }
    closeIfOver();
  }

  /** What follows cannot be the rest of the body that is being read. */
  void bodyBroke() {
    broken = true;
    ended = true;
    Runnable reader = bodyReader;
    if (reader != null) {
      reader.run();
    }
  }

  private void closeIfOver() {
    if (ended && requests == 0) {
      var unused = connection.close();
    }
  }

  /** Reserves room for an answer; empty when there is none. */
  public Optional<Reservation> reserve(long bytes) {
    if (!outgoing.take(bytes)) {
      return Optional.empty();
    }
    if (unsent == 0) {
      progress = now;
    }
    unsent += bytes;
    return Optional.of(new Reservation(bytes));
  }

  /** Room for one answer. */
  public final class Reservation {
    private long left;

    private Reservation(long bytes) {
      this.left = bytes;
    }

    /** The reader has taken so much. */
    public void sent(long bytes) {
      left -= bytes;
      Peer.this.sent(bytes);
    }

    /** The answer is over, whether all of it was taken or not. */
    public void end() {
      sent(left);
    }
  }

  private void sent(long bytes) {
    if (!closed) {
      unsent -= bytes;
      progress = now;
      outgoing.give(bytes);
    }
  }

  void closed() {
    sent(unsent);
    closed = true;
  }

  boolean idle() {
    return requests == 0 && !receiving;
  }

  /** What the deadlines say at this tick. */
  Verdict look(long tick, Deadlines deadlines) {
    now = tick;
    if (unsent > 0 && tick - progress > deadlines.unread()) {
      return Verdict.UNREAD;
    }
    Runnable slow = slowBody;
    if (slow != null && withinBody && tick - heard > deadlines.body()) {
      slowBody = null;
      ended = true;
      slow.run();
    }
    if (requests > 0) {
      return Verdict.FINE;
    }
    long waited = tick - since;
    if (receiving && waited > deadlines.headers()) {
      return Verdict.SLOW_HEADERS;
    }
    return !receiving && waited > deadlines.idle() ? Verdict.IDLE : Verdict.FINE;
  }

  /** Deadlines in ticks. */
  record Deadlines(long headers, long idle, long body, long unread) {}

  /** What becomes of a connection. */
  enum Verdict {
    FINE,
    IDLE,
    SLOW_HEADERS,
    UNREAD
  }
}
