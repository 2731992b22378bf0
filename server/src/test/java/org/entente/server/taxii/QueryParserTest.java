// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.taxii;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueryParserTest {
  private final QueryParser parser = new QueryParser(500, 1000);

  private ObjectQuery collection(String raw) {
    return parser.parse(raw, QueryScope.COLLECTION);
  }

  @Test
  void parse_nothing_asksForTheDefaults() {
    ObjectQuery query = collection("");
    assertThat(query.limit()).isEqualTo(500);
    assertThat(query.addedAfter()).isEmpty();
    assertThat(query.next()).isEmpty();
    assertThat(query.versions()).isEqualTo(VersionMatch.LAST);
    assertThat(query.ids()).isEmpty();
  }

  @Test
  void parse_everything_fillsEachField() {
    ObjectQuery query =
        collection(
            "limit=7&added_after=2020-01-01T00%3A00%3A00Z&next=abc&match%5Btype%5D=a%2Cb"
                + "&match[id]=x--1,x--2&match[spec_version]=2.1&match[version]=first,last,"
                + "2020-01-01T00:00:00Z&match[unknown]=1&limits=0");
    assertThat(query.limit()).isEqualTo(7);
    assertThat(query.addedAfter()).contains(1_577_836_800_000_000L);
    assertThat(query.next()).contains("abc");
    assertThat(query.types()).containsExactly("a", "b");
    assertThat(query.ids()).containsExactly("x--1", "x--2");
    assertThat(query.specVersions()).containsExactly("2.1");
    assertThat(query.versions())
        .isEqualTo(
            new VersionMatch(false, true, true, Set.of(Instant.parse("2020-01-01T00:00:00Z"))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "limit=0|limit",
        "limit=-1|limit",
        "limit=abc|limit",
        "limit=1.5|limit",
        "limit=|limit",
        "limit|limit",
        "limit=99999999999999999999|limit",
        "limit=9007199254740992|limit",
        "limit=+5|limit",
        "limit=1&limit=2|limit",
        "limit=1&%6Cimit=1|limit",
        "added_after=yesterday|added_after",
        "added_after=|added_after",
        "added_after=2020-01-01T00:00:00Z,2020-01-02T00:00:00Z|added_after",
        "added_after=2020-01-01T00:00:00%2B01:00|added_after",
        "added_after=2020-01-01T00:00:00Z&added_after=2020-01-01T00:00:00Z|added_after",
        "next=a&next=b|next",
        "match[type]=a&match[type]=b|match[type]",
        "match[id]=|match[id]",
        "match[id]=a,,b|match[id]",
        "match[type]=,|match[type]",
        "match[version]=|match[version]",
        "match[version]=bogus|match[version]",
        "match[version]=all,first|match[version]",
        "match[version]=last,last|match[version]",
        "match[version]=2020-01-01T00:00:00Z,2020-01-01T00:00:00.0Z|match[version]",
        "a=%zz|%zz",
        "a=%2|%2",
        "a=%|%",
        "a=%c3%28|%c3%28",
        "%|%",
        "a=b%00%80|%00"
      })
  void parse_wrong_namesTheParameter(String raw, String named) {
    assertThatThrownBy(() -> collection(raw))
        .isInstanceOfSatisfying(
            TaxiiException.class,
            thrown -> {
              assertThat(thrown.failure()).isInstanceOf(TaxiiFailure.BadRequest.class);
              assertThat(thrown.failure().description()).contains(named);
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "next=",
        "&&",
        "=",
        "x",
        "match[foo]=,,",
        "limit=9007199254740991",
        "limit=1001",
        "match[type]=a,a",
        "match[version]=all",
        "match[spec_version]=3.0",
        "match[id]=nonsense",
        "added_after=2020-01-01T00:00:00+00:00"
      })
  void parse_tolerable_isTaken(String raw) {
    assertThat(collection(raw).limit()).isBetween(1, 1000);
  }

  @Test
  void parse_tooManyTerms_isRefused() {
    String terms =
        IntStream.range(0, 201).mapToObj(Integer::toString).collect(Collectors.joining(","));
    assertThatThrownBy(() -> collection("match[id]=" + terms)).hasMessageContaining("match[id]");
  }

  @Test
  void parse_tooManyPairs_isRefused() {
    assertThatThrownBy(() -> collection("a=1&".repeat(101))).isInstanceOf(TaxiiException.class);
  }

  @Test
  void parse_parametersOfAnotherScope_areIgnored() {
    ObjectQuery query = parser.parse("match[version]=bogus&match[id]=", QueryScope.VERSIONS);
    assertThat(query.versions()).isEqualTo(VersionMatch.ALL);
    assertThat(parser.parse("limit=0", QueryScope.DELETION).versions()).isEqualTo(VersionMatch.ALL);
    assertThat(parser.parse("match[type]=,", QueryScope.OBJECT).types()).isEmpty();
  }

  @Test
  void parse_garbage_endsInAQueryOrABadRequest() {
    Random random = new Random(11);
    List<String> parts =
        List.of("limit", "=", "&", "%", "match[version]", ",", "2020", "all", "é", "%5B", "\u0000");
    for (int i = 0; i < 20_000; i++) {
      StringBuilder raw = new StringBuilder();
      for (int j = random.nextInt(8); j >= 0; j--) {
        raw.append(parts.get(random.nextInt(parts.size())));
      }
      try {
        assertThat(collection(raw.toString()).limit()).isPositive();
      } catch (TaxiiException refused) {
        assertThat(refused.failure().status()).isEqualTo(400);
      }
    }
  }
}
