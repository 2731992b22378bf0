// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.stix.json;

import java.io.IOException;
import java.net.URISyntaxException;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Runs the fuzz targets without a fuzzer: on their seeds, and on seeded changes to them. */
class FuzzTargetTest {
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
    FuzzTargets.run(FuzzTargetTest.class, folder, FuzzTargets.JSON, target);
  }
}
