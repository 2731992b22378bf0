// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.http.wire;

import io.vertx.core.http.Http1ServerConfig;
import io.vertx.core.http.HttpConnection;
import io.vertx.ext.web.RoutingContext;
import java.net.InetAddress;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.entente.server.config.AddressRange;

/**
 * The connections of one event loop, and how long each may take. Their number is bounded over all
 * loops: one too many takes the place of the one that has been idle for longest.
 */
public final class Connections {
  private final Room room;
  private final Outgoing outgoing;
  private final Patience patience;
  private final Peer.Deadlines deadlines;
  private final Http1ServerConfig http1;
  private final Supplier<byte[]> slowAnswer;

  /** In the order in which they were last asked for. */
  private final Map<HttpConnection, Peer> peers = new LinkedHashMap<>(16, 0.75f, true);

  /** Requests that routers are answering. */
  private final Set<Reading> readings = new LinkedHashSet<>();

  private long tick;

  /**
   * No connections.
   *
   * @param room how many there may be, shared by all loops
   * @param outgoing what is not yet sent, shared by all loops
   * @param patience how long each may take
   * @param http1 the limits of the decoder
   * @param slowAnswer makes a whole 408 for headers that come too slowly
   */
  public Connections(
      Room room,
      Outgoing outgoing,
      Patience patience,
      Http1ServerConfig http1,
      Supplier<byte[]> slowAnswer) {
    this.room = room;
    this.outgoing = outgoing;
    this.patience = patience;
    this.deadlines =
        new Peer.Deadlines(
            patience.ticks(patience.headers()),
            patience.ticks(patience.idle()),
            patience.ticks(patience.unread()));
    this.http1 = http1;
    this.slowAnswer = slowAnswer;
  }

  /** How many connections there may be at once. */
  public static final class Room {
    private final int bound;
    private final Runnable turnedAway;
    private final AtomicInteger open = new AtomicInteger();

    /**
     * Room.
     *
     * @param bound for so many
     * @param turnedAway is told of each for which there is none
     */
    public Room(int bound, Runnable turnedAway) {
      this.bound = bound;
      this.turnedAway = turnedAway;
    }

    /** How many there are. */
    public int open() {
      return open.get();
    }
  }

  /** A connection was made. */
  public void opened(HttpConnection connection) {
    Peer peer = new Peer(connection, address(connection), certificate(connection), outgoing, tick);
    if (room.open.incrementAndGet() > room.bound && !evictIdle()) {
      int unused = room.open.decrementAndGet();
      room.turnedAway.run();
      var unusedToo = connection.close();
      return;
    }
    peers.put(connection, peer);
    StrictDecoder.watch(connection, http1, peer);
    connection.closeHandler(unused -> closed(connection));
  }

  private void closed(HttpConnection connection) {
    Peer peer = peers.remove(connection);
    if (peer != null) {
      peer.closed();
      int unused = room.open.decrementAndGet();
    }
  }

  private boolean evictIdle() {
    for (Map.Entry<HttpConnection, Peer> entry : peers.entrySet()) {
      if (entry.getValue().idle()) {
        var unused = entry.getKey().close();
        closed(entry.getKey());
        return true;
      }
    }
    return false;
  }

  /** Counts a request that a router answers, until its answer is over. */
  public Peer track(RoutingContext context) {
    HttpConnection connection = context.request().connection();
    Peer peer = peer(connection);
    Reading reading = new Reading(context, peer, patience);
    readings.add(reading);
    int unused = context.addHeadersEndHandler(begun -> peer.answerBegan());
    int unusedToo =
        context.addEndHandler(
            done -> {
              if (context.response().headWritten()) {
                peer.answerEnded();
              }
              if (readings.remove(reading)) {
                reading.end();
              }
            });
    return peer;
  }

  /** What is known of a connection. */
  public Peer peer(HttpConnection connection) {
    Peer peer = peers.get(connection);
    if (peer == null) {
      // Closed between its last request and now: the answer goes nowhere, but it is an answer.
      peer = new Peer(connection, address(connection), Optional.empty(), outgoing, tick);
    }
    return peer;
  }

  /** Looks at every deadline; to be called once a tick, on the event loop. */
  public void look() {
    tick++;
    new ArrayList<>(readings).forEach(Reading::look);
    for (Peer peer : new ArrayList<>(peers.values())) {
      long written = StrictDecoder.written(peer.connection());
      switch (peer.look(tick, deadlines, written)) {
        case FINE -> {}
        case SLOW_HEADERS -> StrictDecoder.answerAndClose(peer.connection(), slowAnswer.get());
        case IDLE -> {
          var unused = peer.connection().close();
        }
        case UNREAD -> StrictDecoder.cutOff(peer.connection());
      }
    }
  }

  /** Ends whatever is still open, taken or not. */
  public void cutOff() {
    new ArrayList<>(peers.keySet()).forEach(StrictDecoder::cutOff);
  }

  private static InetAddress address(HttpConnection connection) {
    return Optional.ofNullable(connection.remoteAddress())
        .map(socket -> withoutZone(socket.hostAddress()))
        .flatMap(AddressRange::literal)
        .orElseGet(InetAddress::getLoopbackAddress);
  }

  private static String withoutZone(String address) {
    int zone = address.indexOf('%');
    return zone < 0 ? address : address.substring(0, zone);
  }

  private static Optional<X509Certificate> certificate(HttpConnection connection) {
    if (!connection.isSsl()) {
      return Optional.empty();
    }
    try {
      for (Certificate certificate : connection.peerCertificates()) {
        if (certificate instanceof X509Certificate leaf) {
          return Optional.of(leaf);
        }
      }
    } catch (SSLPeerUnverifiedException none) {
      return Optional.empty();
    }
    return Optional.empty();
  }
}
