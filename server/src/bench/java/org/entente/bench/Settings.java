// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How a run goes.
 *
 * @param jar the server's jar
 * @param work a folder for everything that is written, on the disk to be measured
 * @param sizes rows of each measured collection, ascending
 * @param rounds how often each comparison is made; the medians count
 * @param seconds how long each measurement of a round is
 * @param peer the Python that has medallion and gunicorn, when they are to be compared with
 * @param only the measurements that are wanted; all when empty
 * @param jvm options of the server's virtual machine, such as those of a flight recording
 * @param markdown where the table is written too
 */
record Settings(
    Path jar,
    Path work,
    List<Integer> sizes,
    int rounds,
    int seconds,
    Optional<Path> peer,
    List<String> only,
    List<String> jvm,
    Optional<Path> markdown) {
  static final String USAGE =
      """
      usage: run.sh [--sizes 10000,100000,1000000] [--rounds 3] [--seconds 3] [--medallion PYTHON]
                    [--work DIR] [--jar FILE] [--jvm OPTIONS] [--markdown FILE]
                    [--only start,pages,polls,store,push,singles,memory,peer]
      """;

  static Settings parse(String[] args) {
    Path jar = Path.of("server/target/entente.jar");
    Path work = Path.of("server/target/bench-work");
    List<Integer> sizes = new ArrayList<>(List.of(10_000));
    int rounds = 3;
    int seconds = 3;
    Optional<Path> peer = Optional.empty();
    List<String> only = List.of();
    List<String> jvm = List.of();
    Optional<Path> markdown = Optional.empty();
    for (int i = 0; i < args.length; i += 2) {
      if (i + 1 == args.length) {
        throw new IllegalArgumentException("`" + args[i] + "` wants a value");
      }
      String value = args[i + 1];
      switch (args[i]) {
        case "--sizes" ->
            sizes = List.of(value.split(",")).stream().map(Integer::valueOf).sorted().toList();
        case "--rounds" -> rounds = Integer.parseInt(value);
        case "--seconds" -> seconds = Integer.parseInt(value);
        case "--medallion" -> peer = Optional.of(Path.of(value).toAbsolutePath());
        case "--work" -> work = Path.of(value);
        case "--jar" -> jar = Path.of(value);
        case "--only" -> only = List.of(value.split(","));
        case "--jvm" -> jvm = List.of(value.split(" "));
        case "--markdown" -> markdown = Optional.of(Path.of(value).toAbsolutePath());
        default -> throw new IllegalArgumentException("`" + args[i] + "` is unknown");
      }
    }
    return new Settings(
        jar.toAbsolutePath(),
        work.toAbsolutePath(),
        sizes,
        rounds,
        seconds,
        peer,
        only,
        jvm,
        markdown);
  }

  boolean wants(String name) {
    return only.isEmpty() || only.contains(name);
  }

  boolean wantsAny(String... names) {
    return Stream.of(names).anyMatch(this::wants);
  }

  Duration measured() {
    return Duration.ofSeconds(seconds);
  }
}
