// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.bench;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Drives connections against a server from this process, one selector a thread.
 *
 * @param port on loopback
 * @param warm how long before anything is counted
 * @param measured how long is counted; what is on its way then is awaited, and not counted
 * @param timeout how long a request may take
 * @param threads how many selectors
 * @param tolerant whether a request without an answer in time is counted rather than a failure
 */
record Load(
    int port, Duration warm, Duration measured, Duration timeout, int threads, boolean tolerant) {

  static Load on(int port, Duration warm, Duration measured) {
    return new Load(port, warm, measured, Duration.ofMinutes(2), 2, false);
  }

  /** Runs until the time is up or no script has anything left to ask. */
  Rate run(List<? extends Script> scripts) {
    int share = Math.min(threads, scripts.size());
    ExecutorService pool = Executors.newFixedThreadPool(share);
    long begin = System.nanoTime();
    try {
      List<Future<Rate>> parts = new ArrayList<>();
      for (int t = 0; t < share; t++) {
        List<Script> mine = new ArrayList<>();
        for (int i = t; i < scripts.size(); i += share) {
          mine.add(scripts.get(i));
        }
        Callable<Rate> drive = () -> new Driver(mine, begin).drive();
        parts.add(pool.submit(drive));
      }
      return sum(parts);
    } finally {
      pool.shutdownNow();
    }
  }

  private static Rate sum(List<Future<Rate>> parts) {
    Histogram latency = new Histogram();
    long answers = 0;
    long units = 0;
    long timeouts = 0;
    double seconds = 0;
    for (Future<Rate> part : parts) {
      Rate rate = get(part);
      latency.add(rate.latency());
      answers += rate.answers();
      units += rate.units();
      timeouts += rate.timeouts();
      seconds = Math.max(seconds, rate.seconds());
    }
    return new Rate(answers, units, seconds, latency, timeouts);
  }

  private static Rate get(Future<Rate> part) {
    try {
      return part.get();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new BenchFailure("interrupted", stopped);
    } catch (ExecutionException failed) {
      throw failed.getCause() instanceof BenchFailure ours
          ? ours
          : new BenchFailure("the load broke off: " + failed.getCause(), failed);
    }
  }

  /** One thread's connections. */
  private final class Driver {
    private final List<Script> scripts;
    private final long from;
    private final long until;
    private final Histogram latency = new Histogram();
    private long answers;
    private long units;
    private long timeouts;
    private long last;
    private int open;
    private boolean timed;

    Driver(List<Script> scripts, long begin) {
      this.scripts = scripts;
      from = begin + warm.toNanos();
      until = from + measured.toNanos();
    }

    Rate drive() throws IOException {
      ByteBuffer buffer = ByteBuffer.allocateDirect(256 << 10);
      List<Connection> connections = new ArrayList<>();
      try (Selector selector = Selector.open()) {
        for (Script script : scripts) {
          connections.add(
              new Connection(script, new InetSocketAddress("127.0.0.1", port), selector));
        }
        for (Connection connection : connections) {
          open += connection.send(System.nanoTime()) ? 1 : 0;
        }
        while (open > 0) {
          selector.select(250);
          turn(selector.selectedKeys().iterator(), buffer);
          late(connections);
        }
        double seconds = timed ? measured.toNanos() / 1e9 : Math.max(last - from, 1) / 1e9;
        return new Rate(answers, units, seconds, latency, timeouts);
      } finally {
        for (Connection connection : connections) {
          connection.close();
        }
      }
    }

    private void turn(Iterator<SelectionKey> ready, ByteBuffer buffer) throws IOException {
      while (ready.hasNext()) {
        SelectionKey key = ready.next();
        ready.remove();
        Connection connection = (Connection) key.attachment();
        if (connection.idle()) {
          continue;
        }
        if (key.isWritable()) {
          connection.write();
        }
        if (key.isReadable()) {
          Answer answer = connection.read(buffer);
          if (answer != null) {
            answered(connection, answer);
          }
        }
      }
    }

    private void answered(Connection connection, Answer answer) throws IOException {
      long now = System.nanoTime();
      int done = connection.script().judge(answer);
      if (now >= from && now < until) {
        latency.record(now - connection.sentAt());
        answers++;
        units += done;
        last = now;
      }
      if (now >= until) {
        timed = true;
        connection.pause();
        open--;
      } else if (!connection.send(now)) {
        open--;
      }
    }

    private void late(List<Connection> connections) throws IOException {
      long limit = System.nanoTime() - timeout.toNanos();
      for (Connection connection : connections) {
        if (!connection.idle() && connection.sentAt() < limit) {
          if (!tolerant) {
            throw new BenchFailure("no answer within " + timeout.toSeconds() + " s");
          }
          timed = true;
          timeouts++;
          open--;
          connection.pause();
        }
      }
    }
  }
}
