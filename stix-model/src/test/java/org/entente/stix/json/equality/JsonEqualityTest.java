// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.stix.json.equality;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.entente.stix.json.RandomJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonEqualityTest {
  private static boolean equal(String a, String b) {
    boolean equal = JsonEquality.equal(a.getBytes(UTF_8), b.getBytes(UTF_8));
    assertThat(JsonEquality.equal(b.getBytes(UTF_8), a.getBytes(UTF_8))).isEqualTo(equal);
    return equal;
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '#',
      delimiter = '|',
      value = {
        "{\"a\":1,\"b\":[2,{\"c\":3}]}|{ \"b\" : [ 2 , {\"c\":3} ] , \"a\" : 1 }",
        "1|1.0",
        "1|1e0",
        "1|10E-1",
        "1|0.1e+1",
        "100|1e2",
        "0|-0",
        "0|0.000e99",
        "-2.50|-25e-1",
        "12345678901234567890123|1.2345678901234567890123e22",
        "1e99999999999999999999|10e99999999999999999998",
        "\"A\"|\"\\u0041\"",
        "\"/\"|\"\\/\"",
        "\"😀\"|\"\\ud83d\\ude00\"",
        "\"\\t\"|\"\\u0009\"",
        "{\"\\u0061\":1}|{\"a\":1}",
        "[]|[ ]",
        "{}|{ }",
        "{\"a\":{},\"b\":{},\"aa\":[{\"y\":1,\"x\":2}]}|{\"aa\":[{\"x\":2,\"y\":1}],\"b\":{},\"a\":{}}",
      })
  void equal_sameValue_isEqual(String a, String b) {
    assertThat(equal(a, b)).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '#',
      delimiter = '|',
      value = {
        "1|2",
        "1|-1",
        "1|10",
        "1|\"1\"",
        "1|true",
        "true|false",
        "null|false",
        "[]|{}",
        "[1,2]|[2,1]",
        "[1]|[[1]]",
        "[[],1]|[[1]]",
        "{\"a\":1}|{\"a\":1,\"b\":2}",
        "{\"a\":1}|{\"b\":1}",
        "{\"a\":\"b\"}|{\"b\":\"a\"}",
        "{\"a\":{\"b\":1}}|{\"a\":1,\"b\":1}",
        "\"a\"|\"A\"",
        "\"a \"|\"a\"",
        "\"\\u0000\"|\"\"",
        "9007199254740993|9007199254740992",
        "0.1|0.10000000000000000001",
        "1e99999999999999999999|1e99999999999999999998",
        "\"é\"|\"e\\u0301\"",
        "[\"a\",\"b\"]|[\"ab\"]",
        "[12]|[1,2]",
        "[1,[2]]|[[1],2]",
      })
  void equal_otherValue_isNot(String a, String b) {
    assertThat(equal(a, b)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "{}x", "{} {}", "[1,]", "nul", "\"", "01", "{\"a\"}", "]"})
  void equal_textThatIsNotJson_isEqualToItselfAlone(String text) {
    assertThat(equal(text, text)).isTrue();
    assertThat(equal(text, text + " ")).isFalse();
    assertThat(equal(text, "{}")).isFalse();
  }

  @Test
  void equal_randomValues_areEqualToTheirOtherSpellingsAlone() {
    for (int seed = 0; seed < 300; seed++) {
      String plain = new RandomJson(new SplittableRandom(seed)).object(4);
      String spaced = plain.replaceFirst("^\\{", " {\n ").replaceFirst("}$", "\t}\r");
      assertThat(equal(plain, spaced)).isTrue();
      String more = plain.replaceFirst("}$", plain.matches("(?s)\\{\\s*}") ? "" : ",") + "\"#\":0}";
      assertThat(equal(plain, more)).isFalse();
    }
  }

  @Test
  void equal_manyMembersInOtherOrder_isEqual() {
    StringBuilder up = new StringBuilder("{\"x\":0");
    StringBuilder down = new StringBuilder("{");
    for (int i = 0; i < 5_000; i++) {
      up.append(",\"k").append(i).append("\":[").append(i).append(']');
      down.append("\"k").append(4_999 - i).append("\":[").append(4_999 - i).append("],");
    }
    assertThat(equal(up + "}", down + "\"x\":0}")).isTrue();
    assertThat(equal(up + "}", down + "\"x\":1}")).isFalse();
  }
}
