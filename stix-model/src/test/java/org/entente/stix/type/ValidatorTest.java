// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.stix.type;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.entente.stix.json.ObjectLimits;
import org.entente.stix.json.ReadResult;
import org.entente.stix.type.table.StixRule;
import org.junit.jupiter.api.Test;

class ValidatorTest {
  private static final String IDENTITY =
      """
      {"spec_version":"2.1","id":"identity--3f8c2d1e-6b7a-4c59-9e0d-1a2b3c4d5e6f",\
      "created":"2026-03-01T08:00:00.000Z","modified":"2026-03-01T08:00:00.000Z",%s}\
      """;

  @Test
  void check_manyFaults_findsAllInTheOrderOfTheBytes() {
    Checked checked =
        check(
            Profile.STANDARD,
            """
            "confidence":101,"type":"identity","labels":[],"sectors":["bakery"],\
            "external_references":[{"url":"no"}]\
            """);
    assertThat(checked.findings())
        .extracting(Finding::toString)
        .containsExactly(
            "/confidence: `101` is not 0 to 100 (B11)",
            "/labels: a list is never empty (B3)",
            "/sectors/0: `bakery` is not in industry-sector-ov (B13)",
            "/external_references/0/url: `no` is not a URL (B10)",
            "/external_references/0: `source_name` is missing (B10)",
            "`name` is missing (B31)");
    assertThat(checked.refused()).isTrue();
    assertThat(checked.findings()).extracting(Finding::type).containsOnly("identity");
  }

  @Test
  void check_withWarningsOnly_isNotRefused() {
    Checked checked =
        check(Profile.STANDARD, "\"type\":\"identity\",\"name\":\"a\",\"roles2\":[\"b\"]");
    assertThat(checked.findings()).extracting(Finding::level).containsExactly(Level.WARNING);
    assertThat(checked.refused()).isFalse();
    assertThat(checked.read()).isInstanceOf(ReadResult.Accepted.class);
  }

  @Test
  void check_inLenient_warnsOfWhatTheStandardForbids() {
    Checked checked = check(Profile.LENIENT, "\"type\":\"identity\",\"confidence\":101");
    assertThat(checked.findings())
        .extracting(Finding::level)
        .containsExactly(Level.WARNING, Level.WARNING);
    assertThat(checked.refused()).isFalse();
  }

  @Test
  void check_inLenient_refusesWhatCannotBeStored() {
    Checked checked =
        check(Profile.LENIENT, "\"type\":\"identity\",\"name\":\"a\",\"created_by_ref\":\"me\"");
    assertThat(checked.findings())
        .extracting(Finding::toString, Finding::level)
        .containsExactly(
            tuple(
                "/created_by_ref: `me` is no identifier such as `type--UUID` (B19)", Level.ERROR));
  }

  @Test
  void check_moreFaultsThanAnybodyReads_keepsTheErrors() {
    String unknown =
        IntStream.range(0, 500)
            .mapToObj(i -> "\"more" + i + "\":1")
            .collect(Collectors.joining(","));
    Checked checked =
        check(Profile.STANDARD, "\"type\":\"identity\"," + unknown + ",\"confidence\":101");
    assertThat(checked.findings()).hasSize(Findings.MOST);
    assertThat(checked.findings().stream().filter(Finding::isError))
        .extracting(Finding::rule)
        .containsExactly(StixRule.B11, StixRule.B31);
  }

  @Test
  void check_oneAfterTheOther_remembersNothing() {
    Validator validator = new Validator(ObjectLimits.DEFAULT, Profile.STANDARD);
    byte[] bad = bytes("\"type\":\"identity\",\"name\":\"a\",\"labels\":[]");
    byte[] good = bytes("\"type\":\"identity\",\"name\":\"a\",\"labels\":[\"b\"]");
    assertThat(validator.check(bad).findings()).hasSize(1);
    assertThat(validator.check(good).findings()).isEmpty();
    assertThat(validator.check(bad).findings()).hasSize(1);
  }

  @Test
  void check_whatIsNoJson_isOneFinding() {
    Validator validator = new Validator(ObjectLimits.DEFAULT, Profile.STANDARD);
    List<Finding> findings =
        validator.check("{\"type\":\"identity\"".getBytes(StandardCharsets.UTF_8)).findings();
    assertThat(findings).extracting(Finding::rule).containsExactly(StixRule.B1);
  }

  private static Checked check(Profile profile, String properties) {
    return new Validator(ObjectLimits.DEFAULT, profile).check(bytes(properties));
  }

  private static byte[] bytes(String properties) {
    return IDENTITY.formatted(properties).getBytes(StandardCharsets.UTF_8);
  }
}
