// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.http.endpoint;

import java.io.IOException;
import java.net.URISyntaxException;
import java.util.List;
import org.entente.stix.json.FuzzTargets;
import org.junit.jupiter.api.Test;

/** Runs the fuzz target without a fuzzer: on its seeds, and on seeded changes to them. */
class HeadersFuzzTest {
  private static final List<String> PIECES =
      List.of(
          ",",
          ";",
          "=",
          "\"",
          "\\",
          "/",
          "%2F",
          "%2f",
          "%25",
          "%c3%a9",
          "%00",
          "*/*",
          "q=0",
          ";q=0.0001",
          ";version=2.1",
          ";version=\"2.1\"",
          "application/",
          "taxii+json",
          "gzip",
          "identity",
          " ",
          "\t",
          "\n",
          "[",
          "]",
          "::",
          ".1",
          "255",
          "fe80::1%lo",
          "é",
          "\0");

  @Test
  void read_seedsAndChanges_endAsDocumented() throws IOException, URISyntaxException {
    FuzzTargets.run(
        HeadersFuzzTest.class, "HeadersFuzzInputs/read", PIECES, new HeadersFuzz()::read);
  }
}
