// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.auth;

import java.io.IOException;
import java.net.URISyntaxException;
import java.util.List;
import org.entente.stix.json.FuzzTargets;
import org.junit.jupiter.api.Test;

/** Runs the fuzz target without a fuzzer: on its seeds, and on seeded changes to them. */
class CredentialFuzzTest {
  private static final List<String> PIECES =
      List.of(
          "Basic ", "Bearer ", "Token ", " ", "=", "==", ":", "Og", "OjpB", "+", "/", "-", "_",
          "\0", "\t", "é");

  @Test
  void read_seedsAndChanges_endAsDocumented() throws IOException, URISyntaxException {
    FuzzTargets.run(
        CredentialFuzzTest.class, "CredentialFuzzInputs/read", PIECES, new CredentialFuzz()::read);
  }
}
