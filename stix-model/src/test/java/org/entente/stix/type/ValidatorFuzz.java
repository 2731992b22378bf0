// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.stix.type;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.entente.stix.json.Check;
import org.entente.stix.json.ObjectLimits;
import org.entente.stix.json.ReadResult;

/**
 * Holds any bytes as an object against the standard: nothing comes of them but findings, the same
 * ones each time, and a stricter profile refuses whatever a milder one does. {@code .ci/run fuzz}
 * runs it; {@link FuzzedRulesTest} runs it on the samples of the rules and on changes to them.
 */
class ValidatorFuzz {
  private static final ObjectLimits LIMITS = new ObjectLimits(20_000, 20, 4_000, 400, 50);

  private final List<Validator> validators =
      Stream.of(Profile.values()).map(profile -> new Validator(LIMITS, profile)).toList();

  @FuzzTest(maxDuration = "30s")
  void check(byte[] bytes) {
    boolean refused = false;
    for (Validator validator : validators) {
      Checked checked = validator.check(bytes.clone());
      FoundCheck.wellFormed(checked);
      Check.that(!refused || checked.refused(), "a stricter profile takes it");
      refused = checked.refused();
      Checked again = validator.check(bytes.clone());
      Check.same(again.findings(), checked.findings());
      Check.same(again.id(), checked.id());
      if (checked.read() instanceof ReadResult.Accepted accepted) {
        Check.that(Arrays.equals(accepted.object().bytes(), bytes), "other bytes");
      }
    }
  }
}
