// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.taxii;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PositionTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2020-01-01T00:00:00Z|2020-01-01T00:00:00.000000Z",
        "2020-01-01T00:00:00.1Z|2020-01-01T00:00:00.100000Z",
        "2020-01-01T00:00:00.123456Z|2020-01-01T00:00:00.123456Z",
        "2020-01-01T00:00:00.123456999Z|2020-01-01T00:00:00.123456Z",
        "2020-01-01T00:00:00.12+00:00|2020-01-01T00:00:00.120000Z",
        "2020-01-01T00:00:00.12 00:00|2020-01-01T00:00:00.120000Z",
        "1969-12-31T23:59:59.999999Z|1969-12-31T23:59:59.999999Z",
        "0001-01-01T00:00:00Z|0001-01-01T00:00:00.000000Z",
        "9999-12-31T23:59:59.999999Z|9999-12-31T23:59:59.999999Z"
      })
  void parse_timesInUtc_printsSixDigits(String sent, String printed) {
    assertThat(Position.parse(sent).map(Position::text)).contains(printed);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "yesterday",
        "2020-13-01T00:00:00Z",
        "2020-01-01",
        "2020-01-01T00:00:00",
        "2020-01-01T00:00:00+01:00",
        "2020-01-01T00:00:00-00:00",
        "2020-01-01T00:00:00+00:00Z",
        "2020-01-01T00:00:00Z,2020-01-01T00:00:00Z",
        "+00:00",
        " 00:00",
        "Z"
      })
  void parse_anythingElse_isEmpty(String sent) {
    assertThat(Position.parse(sent)).isEmpty();
  }

  @Test
  void text_anyPosition_isReadBackAsItself() {
    Random random = new Random(7);
    for (int i = 0; i < 10_000; i++) {
      long position = random.nextLong(-62_135_596_800_000_000L, 253_402_300_799_999_999L);
      assertThat(Position.parse(Position.text(position))).contains(position);
      assertThat(Position.of(Position.instant(position))).isEqualTo(position);
    }
  }

  @Test
  void of_nanosecondsBeforeTheEpoch_cutsDownwards() {
    assertThat(Position.of(Instant.EPOCH.minusNanos(1))).isEqualTo(-1);
  }
}
