// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.stix.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Runs fuzz targets without a fuzzer. */
public final class FuzzTargets {
  /** Of what JSON and STIX objects are made. */
  public static final List<String> JSON =
      List.of(
          "{",
          "}",
          "[",
          "]",
          ",",
          ":",
          "\"",
          "\\",
          "\\u",
          "\\ud83d",
          "\\ude00",
          "\\u0061",
          "0",
          "-",
          ".",
          "e",
          "1e400",
          "true",
          "null",
          "NaN",
          " ",
          "\n",
          "\0",
          "\ufeff",
          "é",
          "😀",
          "\"objects\":[",
          "\"type\":\"bundle\"",
          "\"id\":\"",
          "\"a\":1,",
          "_ref\":\"",
          "_refs\":[",
          "--",
          "Z",
          "T",
          "60");

  private static final int ROUNDS = 1_000;

  private FuzzTargets() {}

  /**
   * Runs a target on its seeds, and on a thousand seeded changes to them.
   *
   * @param owner the class beside whose resources the seeds are
   * @param folder their folder
   * @param pieces of what the target reads
   * @param target the target, which throws for what it finds
   */
  public static void run(
      Class<?> owner, String folder, List<String> pieces, Consumer<byte[]> target)
      throws IOException, URISyntaxException {
    run(seeds(owner, folder), pieces, target);
  }

  /** The same, with seeds that are given. */
  public static void run(List<byte[]> seeds, List<String> pieces, Consumer<byte[]> target) {
    seeds.forEach(target);
    Mutator mutator = new Mutator(new SplittableRandom(20_260_101), pieces);
    for (int round = 0; round < ROUNDS; round++) {
      byte[] input = mutator.mutate(seeds.get(round % seeds.size()));
      try {
        target.accept(input);
      } catch (RuntimeException | AssertionError found) {
        throw new AssertionError("on " + HexFormat.of().formatHex(input), found);
      }
    }
  }

  private static List<byte[]> seeds(Class<?> owner, String folder)
      throws IOException, URISyntaxException {
    URL url = owner.getResource(folder);
    assertThat(url).as(folder).isNotNull();
    URI uri = url.toURI();
    List<byte[]> seeds = new ArrayList<>();
    try (Stream<Path> files = Files.list(Path.of(uri))) {
      for (Path file : files.sorted().toList()) {
        seeds.add(Files.readAllBytes(file));
      }
    }
    assertThat(seeds).isNotEmpty();
    return seeds;
  }
}
