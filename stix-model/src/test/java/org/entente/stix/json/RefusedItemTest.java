// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.stix.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.stix.json.Items.SMALL;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.entente.stix.json.Items.Outcome;
import org.entente.stix.json.SplitResult.Shape;
import org.entente.stix.json.SplitResult.Whole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RefusedItemTest {
  /**
   * Splits an item between two good ones, in chunks of every size, and expects it to be refused.
   */
  private static ReadResult.Refused refused(String item) {
    byte[] body = ("{\"objects\":[{}," + item + ",{\"last\":1}]}").getBytes(UTF_8);
    Outcome whole = Items.split(body, body.length, SMALL);
    assertThat(whole.result()).isEqualTo(new Whole(Shape.ENVELOPE, 3));
    assertThat(whole.slices()).containsExactly("{}", "{\"last\":1}");
    for (int chunk = 1; chunk < 9; chunk++) {
      assertThat(Items.split(body, chunk, SMALL)).isEqualTo(whole);
    }
    ReadResult.Refused refused = (ReadResult.Refused) whole.refused().get(1);
    assertThat(refused.problems()).hasSize(1);
    return refused;
  }

  private static Problem problem(String item) {
    return refused(item).problems().get(0);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '#',
      delimiter = '|',
      value = {
        "1|a number",
        "-1.5e3|a number",
        "null|a literal",
        "true|a literal",
        "\"{}\"|a string",
        "[]|an array",
        "[{\"a\":1,\"a\":2}]|an array",
        "[[{}],\"x\"]|an array",
      })
  void split_itemThatIsNoObject_isRefused(String item, String what) {
    assertThat(problem(item))
        .isEqualTo(new Problem(Rule.NOT_AN_OBJECT, "", "", what + " is no STIX object"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"type\":\"bundle\",\"id\":\"bundle--1\",\"objects\":[{}]}",
        "{\"objects\":[],\"t\\u0079pe\":\"bundl\\u0065\"}",
      })
  void split_bundleAmongObjects_isRefused(String item) {
    assertThat(problem(item).rule()).isEqualTo(Rule.NESTED_BUNDLE);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '#',
      delimiter = '|',
      value = {
        "{\"a\":1,\"a\":1}|/a|a",
        "{\"id\":1,\"\\u0069d\":1}|/id|id",
        "{\"\\u0069d\":1,\"id\":1}|/id|id",
        "{\"\\u0069\\u0064\":1,\"i\\u0064\":1}|/id|id",
        "{\"\":1,\"\":1}|/|##",
        "{\"x\":[0,{\"y/z\":{\"~\":1,\"b\":2,\"~\":3}}]}|/x/1/y~1z/~0|x",
        "{\"name\":1,\"names\":1,\"name\":{}}|/name|name",
        "{\"é\":1,\"\\u00e9\":1}|/é|é",
        "{\"long name that is longer\":1,\"long name that is longer\":1}"
            + "|/long name that is longer|long name that is longer",
      })
  void split_nameTwice_isRefusedWhereItComesAgain(String item, String pointer, String property) {
    assertThat(problem(item))
        .isEqualTo(
            new Problem(
                Rule.DUPLICATE_KEY, pointer, property, "the name comes twice in one JSON object"));
  }

  @Test
  void split_namesAlike_areNotTheSame() {
    String item =
        "{\"a\":{\"a\":1},\"b\":[{\"a\":1},{\"a\":1}],\"A\":1,\"a \":1,\"\\\\u0061\":1,"
            + "\"longer-name-x-tail\":1,\"longer-name-y-tail\":1,\"longer-namexx-tail\":1}";
    assertThat(Items.split("{\"objects\":[" + item + "]}").slices()).containsExactly(item);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 31, 32, 33, 34, 100})
  void split_manyNames_onlyARepeatedOneIsFound(int count) {
    String names =
        IntStream.range(0, count)
            .mapToObj(i -> "\"n" + i + "\":0")
            .collect(Collectors.joining(","));
    Limits limits = new Limits(10_000, 10, 400, ObjectLimits.DEFAULT);
    byte[] good = ("{\"objects\":[{" + names + "}]}").getBytes(UTF_8);
    assertThat(Items.split(good, 10_000, limits).refused()).isEmpty();
    for (int again : new int[] {0, count / 2, count - 1}) {
      byte[] bad = ("{\"objects\":[{" + names + ",\"n" + again + "\":0}]}").getBytes(UTF_8);
      Outcome outcome = Items.split(bad, 10_000, limits);
      assertThat(Items.problem(outcome, 0).pointer()).isEqualTo("/n" + again);
      assertThat(Items.problem(outcome, 0).rule()).isEqualTo(Rule.DUPLICATE_KEY);
    }
  }

  @Test
  void split_depthBeyondTheLimit_isRefused() {
    String deepest = "{\"a\":" + "[".repeat(7) + "]".repeat(7) + "}";
    assertThat(Items.split("{\"objects\":[" + deepest + "]}").slices()).containsExactly(deepest);
    Problem problem = problem("{\"b\":0,\"a\":" + "[".repeat(8) + "]".repeat(8) + "}");
    assertThat(problem)
        .isEqualTo(
            new Problem(Rule.TOO_DEEP, "/a/0/0/0/0/0/0/0", "a", "nested deeper than 8 levels"));
    assertThat(problem("{\"a\":" + "{\"a\":".repeat(90) + "0" + "}".repeat(91)).rule())
        .isEqualTo(Rule.TOO_DEEP);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '#',
      delimiter = '|',
      value = {
        "{\"a\":\"\\ud800\"}|/a",
        "{\"a\":\"\\uDFFF\"}|/a",
        "{\"a\":\"x\\ud83dx\"}|/a",
        "{\"a\":\"\\ud83d\\n\"}|/a",
        "{\"a\":\"\\ud83d\\ud83d\\ude00\"}|/a",
        "{\"a\":\"\\ud83d\\u0041\"}|/a",
        "{\"a\":\"\\ude00\\ud83d\"}|/a",
        "{\"a\":\"\\ud83d\\ude00\\ude00\"}|/a",
        "{\"b\":{\"\\ud83d\":[]}}|/b/\ud83d",
        "{\"b\":[1,\"\",\"\\ud83d\"]}|/b/2",
      })
  void split_halfASurrogatePair_isRefused(String item, String pointer) {
    Problem problem = problem(item);
    assertThat(problem.rule()).isEqualTo(Rule.LONE_SURROGATE);
    assertThat(problem.pointer()).isEqualTo(pointer);
  }

  @Test
  void split_wholeSurrogatePairs_areTaken() {
    String item = "{\"\\ud83d\\ude00\":\"\\uD83D\\uDE00\\ud83d\\ude00\\ud7ff\\ue000\"}";
    assertThat(Items.split("{\"objects\":[" + item + "]}").slices()).containsExactly(item);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e400", "-1e400", "1E+309", "1.8e308", "0.1e310", "123456789e301"})
  void split_numberBeyondDouble_isRefused(String number) {
    assertThat(problem("{\"a\":[" + number + "]}"))
        .isEqualTo(
            new Problem(
                Rule.NUMBER_RANGE, "/a/0", "a", "the number is beyond what a double can hold"));
  }

  @Test
  void split_longIntegerBeyondDouble_isRefused() {
    assertThat(problem("{\"a\":" + "9".repeat(310) + "}").rule()).isEqualTo(Rule.NUMBER_RANGE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1e308",
        "1.7976931348623157e308",
        "1e-400",
        "-0",
        "0e9999",
        "12345678901234567890"
      })
  void split_numberThatADoubleCanHold_isTaken(String number) {
    String item = "{\"a\":" + number + "}";
    assertThat(Items.split("{\"objects\":[" + item + "]}").slices()).containsExactly(item);
  }

  @Test
  void split_valuesLongerThanTheLimits_areRefused() {
    assertThat(Items.split("{\"objects\":[{\"a\":\"" + "x".repeat(300) + "\"}]}").refused())
        .isEmpty();
    assertThat(problem("{\"a\":\"" + "x".repeat(301) + "\"}"))
        .isEqualTo(
            new Problem(
                Rule.VALUE_TOO_LONG, "/a", "a", "the value is longer than the limits allow"));
    assertThat(problem("{\"a\":1." + "0".repeat(400) + "}").rule()).isEqualTo(Rule.VALUE_TOO_LONG);
    assertThat(problem("{\"" + "x".repeat(301) + "\":1}").pointer())
        .isEqualTo("/" + "x".repeat(256));
  }

  @Test
  void split_objectBeyondTheLimit_isRefusedAndNamed() {
    String exact = "{\"a\":[" + "1,".repeat(495) + "1] }";
    assertThat(exact).hasSize(1_000);
    assertThat(Items.split("{\"objects\":[" + exact + "]}").slices()).containsExactly(exact);
    assertThat(problem(exact.replace(" ", "  ")))
        .isEqualTo(new Problem(Rule.TOO_LARGE, "", "", "the object is larger than 1000 bytes"));
    String large = "\"x\":[" + "1,".repeat(600) + "1]";
    String named = "\"id\":\"tool--1\",\"created\":\"c\",\"m\\u006fdified\":\"\\u0041\"";
    for (String item : new String[] {large + "," + named, named + "," + large}) {
      ReadResult.Refused refused = refused("{" + item + "}");
      assertThat(refused.id()).contains("tool--1");
      assertThat(refused.version()).contains("A");
      assertThat(refused.problems().get(0).rule()).isEqualTo(Rule.TOO_LARGE);
    }
  }

  @Test
  void split_largeObjectWithOtherFaults_isTooLargeInChunksOfAnySize() {
    String item = "{\"a\":1,\"a\":[" + "[".repeat(20) + "]".repeat(20) + "\"\\ud800\"";
    String filled = item.replace("\"\\ud800\"", ",\"\\ud800\"," + "1,".repeat(500) + "1e999]}");
    assertThat(problem(filled).rule()).isEqualTo(Rule.TOO_LARGE);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '#',
      delimiter = '|',
      value = {
        "{\"id\":\"i\",\"modified\":\"m\",\"created\":\"c\",\"a\":1e999}|i|m",
        "{\"a\":1e999,\"created\":\"c\",\"id\":\"i\"}|i|c",
        "{\"a\":1e999,\"x\":{\"id\":\"i\",\"modified\":\"m\"}}||",
        "{\"a\":1e999,\"id\":[\"i\"],\"modified\":7,\"x\":\"m\"}||",
        "{\"id\":\"first\",\"id\":\"second\"}|first|",
        "{\"id\":\"x\\u0000\\\"\",\"a\":1e999}|x\0\"|",
      })
  void split_refusedObject_isNamedAsSent(String item, String id, String version) {
    ReadResult.Refused refused = refused(item);
    assertThat(refused.id()).isEqualTo(Optional.ofNullable(id));
    assertThat(refused.version()).isEqualTo(Optional.ofNullable(version));
  }

  @Test
  void split_longId_isCutAtACharacter() {
    String id = "x".repeat(255) + "😀";
    assertThat(refused("{\"id\":\"" + id + "\",\"a\":1e999}").id()).contains("x".repeat(255));
    assertThat(
            refused("{\"id\":\"y" + id.substring(1, 255) + "zz\",\"a\":1e999}").id().orElseThrow())
        .hasSize(256)
        .endsWith("z");
  }

  @Test
  void split_oneObjectWithAFault_isRefusedByItself() {
    Outcome outcome = Items.split("{\"type\":\"tool\",\"id\":\"tool--1\",\"a\":{\"b\":1,\"b\":2}}");
    assertThat(outcome.result()).isEqualTo(new Whole(Shape.OBJECT, 1));
    assertThat(Items.problem(outcome, 0).pointer()).isEqualTo("/a/b");
    outcome = Items.split("{\"type\":\"tool\",\"id\":\"tool--1\",\"id\":\"tool--2\"}");
    assertThat(outcome.result()).isEqualTo(new Whole(Shape.OBJECT, 1));
    assertThat(Items.problem(outcome, 0).rule()).isEqualTo(Rule.DUPLICATE_KEY);
  }
}
