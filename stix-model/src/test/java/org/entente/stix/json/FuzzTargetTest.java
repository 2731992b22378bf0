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
import org.junit.jupiter.api.Test;

/** Runs the fuzz targets without a fuzzer: on their seeds, and on seeded changes to them. */
class FuzzTargetTest {
  private static final int ROUNDS = 1_000;

  @Test
  void split_seedsAndChanges_endAsDocumented() throws IOException, URISyntaxException {
    run("SplitterFuzzInputs/split", new SplitterFuzz()::split);
  }

  @Test
  void read_seedsAndChanges_endAsDocumented() throws IOException, URISyntaxException {
    run("ObjectReaderFuzzInputs/read", new ObjectReaderFuzz()::read);
  }

  @Test
  void parse_seedsAndChanges_endAsDocumented() throws IOException, URISyntaxException {
    run("ValuesFuzzInputs/parse", new ValuesFuzz()::parse);
  }

  private static void run(String folder, Consumer<byte[]> target)
      throws IOException, URISyntaxException {
    List<byte[]> seeds = seeds(folder);
    seeds.forEach(target);
    Mutator mutator = new Mutator(new SplittableRandom(20_260_101));
    for (int round = 0; round < ROUNDS; round++) {
      byte[] input = mutator.mutate(seeds.get(round % seeds.size()));
      try {
        target.accept(input);
      } catch (RuntimeException | AssertionError found) {
        throw new AssertionError("on " + HexFormat.of().formatHex(input), found);
      }
    }
  }

  private static List<byte[]> seeds(String folder) throws IOException, URISyntaxException {
    URL url = FuzzTargetTest.class.getResource(folder);
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
