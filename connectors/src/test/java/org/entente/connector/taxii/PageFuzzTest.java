// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.connector.taxii;

import java.io.IOException;
import java.net.URISyntaxException;
import org.entente.stix.json.FuzzTargets;
import org.junit.jupiter.api.Test;

/** Runs the fuzz target without a fuzzer: on its seeds, and on seeded changes to them. */
class PageFuzzTest {
  @Test
  void read_seedsAndChanges_endAsDocumented() throws IOException, URISyntaxException {
    FuzzTargets.run(
        PageFuzzTest.class, "PageFuzzInputs/read", FuzzTargets.JSON, new PageFuzz()::read);
  }
}
