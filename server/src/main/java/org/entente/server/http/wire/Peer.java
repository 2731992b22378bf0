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
  /** Bytes that wait for a reader, beyond which it is not waited for. */
  private static final long MOST_WAITING = 16 << 20;

  private final HttpConnection connection;
  private final InetAddress address;
  private final Optional<X509Certificate> certificate;
  private final Outgoing outgoing;

  /** Bytes have come that no request accounts for: its headers are on the way. */
  private boolean receiving;

  private int requests;
  private long since;

  /** Answers that are written and not taken whole. */
  private int answers;

  private long unsent;
  private long waiting;
  private long progress;
  private long now;
  private boolean closed;

  /** The other end sends nothing more. */
  private boolean ended;

  /** It was told to end, which it does once all that is under way is taken. */
  private boolean ending;

  /** A body broke off that may not be read yet. */
  private boolean broken;

  /** Part of a body has come, and the rest has not. */
  private boolean withinBody;

  private @Nullable Runnable bodyReader;

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

  /** The body is read, or not wanted any more. */
  void hasRead(Runnable told) {
    if (bodyReader == told) {
      bodyReader = null;
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

  /** Nothing more is heard: the connection ends with what is being answered. */
  void hearsNoMore() {
    ended = true;
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

  /** An answer begins to be written. */
  void answerBegan() {
    if (answers == 0) {
      progress = now;
    }
    answers++;
  }

  /** An answer was taken whole, or nobody is there to take it. */
  void answerEnded() {
    answers--;
    progress = now;
  }

  /** Begins an answer that is so small that room is taken for granted. */
  public Sending send() {
    return new Sending(0);
  }

  /** Begins an answer that takes room; empty when there is none. */
  public Optional<Sending> send(long bytes) {
    return outgoing.take(bytes) ? Optional.of(new Sending(bytes)) : Optional.empty();
  }

  /** One answer, while the reader takes it. */
  public final class Sending {
    private long left;

    private Sending(long bytes) {
      this.left = bytes;
      answerBegan();
      unsent += bytes;
    }

    /** The reader has taken so much. */
    public void sent(long bytes) {
      long room = Math.min(bytes, left);
      left -= room;
      Peer.this.sent(room);
    }

    /** The answer is over, whether all of it was taken or not. */
    public void end() {
      sent(left);
      answerEnded();
    }
  }

  private void sent(long bytes) {
    progress = now;
    if (!closed && bytes > 0) {
      unsent -= bytes;
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

  /**
   * What the deadlines say at this tick.
   *
   * @param written bytes that the system has not yet taken from us
   */
  Verdict look(long tick, Deadlines deadlines, long written) {
    now = tick;
    if (written < waiting) {
      progress = tick;
    }
    waiting = written;
    if (written > MOST_WAITING) {
      return Verdict.UNREAD;
    }
    if (answers > 0 && tick - progress > deadlines.unread()) {
      return Verdict.UNREAD;
    }
    if (requests > 0) {
      return Verdict.FINE;
    }
    long late = tick - since - (receiving ? deadlines.headers() : deadlines.idle());
    if (late <= 0) {
      return Verdict.FINE;
    }
    if (!ending) {
      ending = true;
      return receiving ? Verdict.SLOW_HEADERS : Verdict.IDLE;
    }
    return late > deadlines.unread() ? Verdict.UNREAD : Verdict.FINE;
  }

  /** Deadlines in ticks. */
  record Deadlines(long headers, long idle, long unread) {}

  /** What becomes of a connection. */
  enum Verdict {
    FINE,
    IDLE,
    SLOW_HEADERS,
    UNREAD
  }
}
