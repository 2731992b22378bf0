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
    List<byte[]> seeds = seeds(owner, folder);
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
