// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.taxii;

import java.io.IOException;
import java.net.URISyntaxException;
import java.util.List;
import org.entente.stix.json.FuzzTargets;
import org.junit.jupiter.api.Test;

/** Runs the fuzz target without a fuzzer: on its seeds, and on seeded changes to them. */
class QueryFuzzTest {
  private static final List<String> PIECES =
      List.of(
          "&",
          "=",
          "%",
          "%2C",
          "%00",
          "%c3%a9",
          "%ff",
          "+",
          ",",
          "added_after=",
          "limit=",
          "next=",
          "match[id]=",
          "match[type]=",
          "match[version]=",
          "match%5Bspec_version%5D=",
          "all",
          "first",
          "last",
          "2.1",
          "1000",
          "0",
          "-1",
          "9007199254740993",
          "Z",
          "T",
          ".",
          ":60Z",
          "9999-12-31T23:59:60Z",
          "0000-01-01T00:00:00Z",
          "+00:00",
          " 00:00");

  @Test
  void parse_seedsAndChanges_endAsDocumented() throws IOException, URISyntaxException {
    FuzzTargets.run(QueryFuzzTest.class, "QueryFuzzInputs/parse", PIECES, new QueryFuzz()::parse);
  }
}
