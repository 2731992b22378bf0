// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.stix.type;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URISyntaxException;
import java.util.List;
import org.entente.stix.json.FuzzTargets;
import org.junit.jupiter.api.Test;

/** Runs the fuzz targets without a fuzzer: on their seeds, and on seeded changes to them. */
class FuzzedRulesTest {
  private static final List<String> SELECTOR =
      List.of(
          ".", "[", "]", "[0]", "[1]", "[00]", "[4294967296]", "..", "-", "_", "ext", "é", "\0");

  @Test
  void check_samplesAndChanges_endInFindings() {
    List<byte[]> samples =
        RuleSamples.all()
            .flatMap(sample -> sample.objects().stream())
            .map(object -> object.getBytes(UTF_8))
            .toList();
    FuzzTargets.run(samples, FuzzTargets.JSON, new ValidatorFuzz()::check);
  }

  @Test
  void select_seedsAndChanges_findWhatSelectsNothing() throws IOException, URISyntaxException {
    FuzzTargets.run(
        FuzzedRulesTest.class, "SelectorFuzzInputs/select", SELECTOR, new SelectorFuzz()::select);
  }

  @Test
  void take_seedsAndChanges_endInFindings() throws IOException, URISyntaxException {
    FuzzTargets.run(
        FuzzedRulesTest.class,
        "EnvelopeFuzzInputs/take",
        FuzzTargets.JSON,
        new EnvelopeFuzz()::take);
  }
}
