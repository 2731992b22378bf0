// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.connector.feed.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpressionTest {
  private static final Map<String, Object> RECORD =
      Map.of(
          "url", "hxxps://a[.]example(dot)net/x",
          "mail", "a[at]example[.]net",
          "tags", "Elf, mips,,Elf",
          "day", "2026-01-15 08:12:33",
          "number", "0042",
          "padded", "\u00a0\u200bx\u200b ",
          "hash", "D41D8CD98F00B204E9800998ECF8427E");

  private static Times times() throws ExpressionException {
    return Times.of("UTC", List.of("yyyy-MM-dd HH:mm:ss"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '"',
      value = {
        "${url | refang} ~ https://a.example.net/x",
        "${mail | refang} ~ a@example.net",
        "AS${number | int} ~ AS42",
        "${day | date} ~ 2026-01-15T08:12:33Z",
        "${padded | trim | upper} ~ X",
        "${hash | hash} ~ d41d8cd98f00b204e9800998ecf8427e",
        "${none | default('it''s empty')} ~ it's empty",
        "${day | regex('^(\\d+)-')} ~ 2026",
        "${tags | split(',') | lower} ~ elf",
        "plain ~ plain",
      })
  void text_ofAnExpression_isAsItsFiltersSay(String source, String text) throws Exception {
    assertThat(Expression.parse(source, times()).text(RECORD::get)).isEqualTo(text);
  }

  @Test
  void list_ofASplitField_hasEachPartOnce() throws Exception {
    assertThat(Expression.parse("${tags | split(',') | lower}", times()).list(RECORD::get))
        .containsExactly("elf", "mips");
  }

  @Test
  void text_ofAFieldThatIsNotThere_isNothing() throws Exception {
    assertThat(Expression.parse("a${none}", times()).text(RECORD::get)).isNull();
    assertThat(Expression.parse("${day | int}", times()).text(RECORD::get)).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '"',
      value = {
        "${a | run('x')} ~ there is no filter `run`",
        "${a | split} ~ filter `split` takes one text",
        "${a | trim('x')} ~ filter `trim` takes nothing",
        "${a ~ `}` is missing",
        "${} ~ a field's name is missing",
        "${a | default('x)} ~ `'` is missing",
        "${a | regex('(')} ~ `(` is no regular expression",
      })
  void parse_ofWhatIsNoExpression_saysWhy(String source, String reason) {
    assertThatThrownBy(() -> Expression.parse(source, times()))
        .isInstanceOfSatisfying(
            ExpressionException.class, e -> assertThat(e.sentence()).startsWith(reason));
  }

  @ParameterizedTest
  @CsvSource({
    "iso, 2026-01-15T07:10:11+00:00, 2026-01-15T07:10:11Z",
    "iso, 2026-01-15T09:10:11.5+02:00, 2026-01-15T07:10:11.500Z",
    "iso, 2026-01-15T07:10:11, 2026-01-15T06:10:11Z",
    "yyyy-MM-dd, 2026-01-15, 2026-01-14T23:00:00Z",
    "epoch, 1768392000, 2026-01-14T12:00:00Z",
  })
  void read_ofATime_takesTheZoneWhereItNamesNone(String format, String text, String instant)
      throws Exception {
    assertThat(Times.of("Europe/Berlin", List.of(format)).read(text))
        .hasToString("Optional[" + instant + "]");
  }

  @Test
  void read_ofADayThatIsNone_isEmpty() throws Exception {
    assertThat(times().read("2026-02-30 08:12:33")).isEmpty();
  }
}
