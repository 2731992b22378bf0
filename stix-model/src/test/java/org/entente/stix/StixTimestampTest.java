// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.stix;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StixTimestampTest {
  private static StixTimestamp parse(String text) {
    return StixTimestamp.parse(text).orElseThrow(() -> new AssertionError(text));
  }

  @Test
  void parse_anyNumberOfDigits_keepsTheTextAndTheInstantToTheNanosecond() {
    SplittableRandom random = new SplittableRandom(1);
    for (int round = 0; round < 4_000; round++) {
      LocalDateTime second =
          LocalDateTime.ofEpochSecond(random.nextLong(253_402_300_800L), 0, ZoneOffset.UTC);
      StringBuilder digits = new StringBuilder();
      for (int i = round % 13; i > 0; i--) {
        digits.append((char) ('0' + random.nextInt(10)));
      }
      String whole = second.toInstant(ZoneOffset.UTC).toString().replace("Z", "");
      String text = whole + (digits.isEmpty() ? "" : "." + digits) + "Z";
      long nanos = Long.parseLong((digits + "000000000").substring(0, 9));
      StixTimestamp timestamp = parse(text);
      assertThat(timestamp.instant()).isEqualTo(second.toInstant(ZoneOffset.UTC).plusNanos(nanos));
      assertThat(timestamp.text()).isEqualTo(text).isEqualTo(timestamp.toString());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "2020-01-01T00:00:00Z,2020-01-01T00:00:00Z",
    "2020-01-01T00:00:00.0Z,2020-01-01T00:00:00Z",
    "2020-01-01T00:00:00.005Z,2020-01-01T00:00:00.005Z",
    "2020-01-01T00:00:00.5Z,2020-01-01T00:00:00.500Z",
    "2020-01-01T00:00:00.000000001Z,2020-01-01T00:00:00.000000001Z",
    "2020-01-01T00:00:00.0000000019Z,2020-01-01T00:00:00.000000001Z",
    "2024-02-29T23:59:59.999Z,2024-02-29T23:59:59.999Z",
    "2016-12-31T23:59:60Z,2017-01-01T00:00:00Z",
    "2016-12-31T23:59:60.25Z,2017-01-01T00:00:00.25Z",
    "0000-01-01T00:00:00Z,0000-01-01T00:00:00Z",
    "9999-12-31T23:59:59.999999999Z,9999-12-31T23:59:59.999999999Z",
  })
  void parse_timestamp_isTheInstant(String text, String instant) {
    assertThat(parse(text).instant()).isEqualTo(Instant.parse(instant));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Z",
        "2020-01-01",
        "2020-01-01T00:00:00",
        "2020-01-01T00:00Z",
        "2020-01-01T00:00:00.Z",
        "2020-01-01T00:00:00z",
        "2020-01-01t00:00:00Z",
        "2020-01-01 00:00:00Z",
        "2020-01-01T00:00:00+00:00",
        "2020-01-01T00:00:00.000+00:00Z",
        "2020-01-01T24:00:00Z",
        "2020-13-01T00:00:00Z",
        "2020-00-01T00:00:00Z",
        "2020-01-00T00:00:00Z",
        "2021-02-29T00:00:00Z",
        "2020-04-31T00:00:00Z",
        "2020-01-01T00:60:00Z",
        "2020-01-01T00:00:61Z",
        "20200101T000000Z",
        "+2020-01-01T00:00:00Z",
        "12020-01-01T00:00:00Z",
        "2020-01-01T00:00:00,5Z",
        "2020-01-01T00:00:00.5ZZ",
        "2020-01-01T00:00:00.-5Z",
        " 2020-01-01T00:00:00Z",
        "2020-01-01T00:00:00.٥Z",
        "٢٠٢٠-01-01T00:00:00Z",
        "2020-01-01T00:00:00.1e5Z",
      })
  void parse_otherText_isNoTimestamp(String text) {
    assertThat(StixTimestamp.parse(text)).isEmpty();
  }

  @Test
  void parse_longText_isBounded() {
    assertThat(StixTimestamp.parse("2020-01-01T00:00:00." + "0".repeat(43) + "Z")).isPresent();
    assertThat(StixTimestamp.parse("2020-01-01T00:00:00." + "0".repeat(44) + "Z")).isEmpty();
  }

  @Test
  void compareTo_sameInstantInOtherText_isEqualInOrderAlone() {
    StixTimestamp plain = parse("2020-01-01T00:00:00Z");
    StixTimestamp exact = parse("2020-01-01T00:00:00.000Z");
    assertThat(plain).isEqualByComparingTo(exact).isNotEqualTo(exact);
    assertThat(exact).isLessThan(parse("2020-01-01T00:00:00.000000001Z"));
  }
}
