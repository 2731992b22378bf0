// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.http.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.util.List;
import org.entente.stix.json.FuzzTargets;
import org.junit.jupiter.api.Test;

/** Runs the fuzz target without a fuzzer: on its seeds, and on seeded changes to them. */
class GunzipFuzzTest {
  private static final List<String> PIECES = List.of("\0", "\u0001", "\u001f", "\b", "a", "ab\0");

  @Test
  void unpack_seedsAndChanges_endAsTheJdkDoes() throws IOException, URISyntaxException {
    FuzzTargets.run(
        GunzipFuzzTest.class, "GunzipFuzzInputs/unpack", PIECES, GunzipFuzzTest::unpack);
  }

  private static void unpack(byte[] bytes) {
    try {
      new GunzipFuzz().unpack(bytes);
    } catch (IOException unread) {
      throw new UncheckedIOException("the JDK does not read it", unread);
    }
  }
}
