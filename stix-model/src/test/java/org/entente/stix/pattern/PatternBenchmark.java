// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.stix.pattern;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Prints how many patterns are read in each second that the thread has of a core, and which are
 * invalid; run by hand with a file of patterns, one a line, as argument.
 */
final class PatternBenchmark {
  private static final int ROUNDS = 40;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private PatternBenchmark() {}

  public static void main(String[] args) throws IOException {
    List<String> patterns = Files.readAllLines(Path.of(args[0]));
    PatternParser parser = new PatternParser(PatternLimits.DEFAULT);
    for (String pattern : patterns) {
      if (parser.parse(pattern) instanceof PatternResult.Invalid invalid) {
        System.out.println(invalid + " " + pattern);
      }
    }
    double best = 0;
    for (int round = 0; round < ROUNDS; round++) {
      long begin = THREADS.getCurrentThreadCpuTime();
      patterns.forEach(parser::parse);
      best = Math.max(best, patterns.size() * 1e9 / (THREADS.getCurrentThreadCpuTime() - begin));
    }
    System.out.printf(Locale.ROOT, "%d patterns, %.0f a second%n", patterns.size(), best);
  }
}
