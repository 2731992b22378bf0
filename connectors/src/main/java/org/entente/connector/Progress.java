// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.connector;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;

/**
 * Shows how a long transfer goes: nothing for the first two seconds, then a line now and then. In a
 * log it is what was done before the step at hand, so that the last line is the result and no
 * progress. For one thread at a time.
 */
public final class Progress {
  private static final Duration QUIET = Duration.ofSeconds(2);
  private static final Duration ON_TERMINAL = Duration.ofMillis(500);
  private static final Duration IN_A_LOG = Duration.ofSeconds(10);

  private final PrintWriter out;
  private final InstantSource clock;
  private final boolean terminal;
  private final String verb;
  private final Instant began;
  private Instant shown;
  private long bytes;
  private long objects;
  private int width;

  /**
   * Begins now.
   *
   * @param out where people look, usually stderr
   * @param terminal whether a line may be written over
   * @param verb what is done: {@code pushed}
   */
  public Progress(PrintWriter out, InstantSource clock, boolean terminal, String verb) {
    this.out = out;
    this.clock = clock;
    this.terminal = terminal;
    this.verb = verb;
    this.began = clock.instant();
    this.shown = began;
  }

  /** Adds what has been done since the last call, and shows it when it is time. */
  public void add(long moreBytes, long moreObjects) {
    if (terminal) {
      count(moreBytes, moreObjects);
    }
    Instant now = clock.instant();
    Duration pause = terminal ? ON_TERMINAL : IN_A_LOG;
    boolean first = shown.equals(began);
    if (objects > 0
        && Duration.between(began, now).compareTo(QUIET) >= 0
        && (first || Duration.between(shown, now).compareTo(pause) >= 0)) {
      shown = now;
      show(line(now));
    }
    if (!terminal) {
      count(moreBytes, moreObjects);
    }
  }

  private void count(long moreBytes, long moreObjects) {
    bytes += moreBytes;
    objects += moreObjects;
  }

  private void show(String line) {
    if (terminal) {
      out.print("\r" + line + " ".repeat(Math.max(0, width - line.length())));
      width = line.length();
      out.flush();
    } else {
      out.println(line);
    }
  }

  private String line(Instant now) {
    double seconds = Math.max(0.001, Duration.between(began, now).toMillis() / 1000.0);
    double rate = objects / seconds;
    String done =
        String.format(
            Locale.ROOT, "%s %,d objects, %s in %.0f s", verb, objects, size(bytes), seconds);
    return rate < 1 ? done : done + String.format(Locale.ROOT, " (%,.0f objects/s)", rate);
  }

  private static String size(long bytes) {
    return bytes < 1 << 20
        ? String.format(Locale.ROOT, "%.1f KiB", bytes / 1024.0)
        : String.format(Locale.ROOT, "%.1f MiB", bytes / 1048576.0);
  }

  /** Writes a sentence for people without disturbing the line. */
  public void say(String sentence) {
    clear();
    out.println(sentence);
    out.flush();
  }

  /** Takes the line away. */
  public void clear() {
    if (width > 0) {
      out.print("\r" + " ".repeat(width) + "\r");
      out.flush();
      width = 0;
    }
  }
}
