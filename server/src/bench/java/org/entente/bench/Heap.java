// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The live heap of a process, asked of it by {@code jcmd}. */
final class Heap {
  private static final Pattern USED =
      Pattern.compile("(?:heap|generation)\\s+total \\d+K, used (\\d+)K");

  private final long pid;
  private double most;

  Heap(long pid) {
    this.pid = pid;
  }

  /** Collects garbage and says what is left, in MiB. */
  double live() {
    jcmd("GC.run");
    Matcher matcher = USED.matcher(jcmd("GC.heap_info"));
    long kilobytes = 0;
    while (matcher.find()) {
      kilobytes += Long.parseLong(matcher.group(1));
    }
    if (kilobytes == 0) {
      throw new BenchFailure("jcmd does not say how much of the heap is used");
    }
    most = Math.max(most, kilobytes / 1024.0);
    return kilobytes / 1024.0;
  }

  /** The most that was left after any collection since the last call. */
  double most() {
    double most = this.most;
    this.most = 0;
    return most;
  }

  private String jcmd(String command) {
    List<String> line = List.of(Child.jdk("jcmd"), Long.toString(pid), command);
    try {
      Process process = new ProcessBuilder(line).redirectErrorStream(true).start();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        throw new BenchFailure("jcmd: " + said);
      }
      return said;
    } catch (IOException failed) {
      throw new BenchFailure("memory is measured by jcmd, which a JDK has", failed);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new BenchFailure("interrupted", stopped);
    }
  }
}
