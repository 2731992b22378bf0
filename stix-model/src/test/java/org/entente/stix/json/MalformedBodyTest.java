// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.stix.json;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.stix.json.Items.SMALL;
import static org.entente.stix.json.Items.split;

import java.util.HexFormat;
import org.entente.stix.json.SplitResult.Failure;
import org.entente.stix.json.SplitResult.Kind;
import org.entente.stix.json.SplitResult.Whole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MalformedBodyTest {
  private static Failure failure(byte[] body) {
    Failure whole = (Failure) split(body, Math.max(1, body.length), SMALL).result();
    assertThat(split(body, 1, SMALL).result()).isEqualTo(whole);
    assertThat(whole.kind()).isEqualTo(Kind.MALFORMED);
    return whole;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"objects\":[{\"a\":NaN}]}",
        "{\"objects\":[{\"a\":Infinity}]}",
        "{\"objects\":[{\"a\":-Infinity}]}",
        "{\"objects\":[{\"a\":+1}]}",
        "{\"objects\":[{\"a\":01}]}",
        "{\"objects\":[{\"a\":-}]}",
        "{\"objects\":[{\"a\":.5}]}",
        "{\"objects\":[{\"a\":5.}]}",
        "{\"objects\":[{\"a\":5.e1}]}",
        "{\"objects\":[{\"a\":1e}]}",
        "{\"objects\":[{\"a\":1e+}]}",
        "{\"objects\":[{\"a\":1e1.5}]}",
        "{\"objects\":[{\"a\":0x10}]}",
        "{\"objects\":[{\"a\":1 2}]}",
        "{\"objects\":[{\"a\":tru}]}",
        "{\"objects\":[{\"a\":TRUE}]}",
        "{\"objects\":[{\"a\":nulll}]}",
        "{\"objects\":[{\"a\"}]}",
        "{\"objects\":[{\"a\" 1}]}",
        "{\"objects\":[{\"a\":}]}",
        "{\"objects\":[{a:1}]}",
        "{\"objects\":[{'a':1}]}",
        "{\"objects\":[{1:1}]}",
        "{\"objects\":[{\"a\":1,}]}",
        "{\"objects\":[{,\"a\":1}]}",
        "{\"objects\":[{\"a\":1]]}",
        "{\"objects\":[{\"a\":[1}}]}",
        "{\"objects\":[{\"a\":[1,]}]}",
        "{\"objects\":[{\"a\":[,1]}]}",
        "{\"objects\":[{} {}]}",
        "{\"objects\":[{},]}",
        "{\"objects\":[{}]]",
        "{\"objects\":[{}]}}",
        "{\"objects\":[{}]} {}",
        "{\"objects\":[{}]},",
        "{\"objects\":[{\"a\":\"\t\"}]}",
        "{\"objects\":[{\"a\":\"\n\"}]}",
        "{\"objects\":[{\"a\":\"\\x\"}]}",
        "{\"objects\":[{\"a\":\"\\u12g4\"}]}",
        "{\"objects\":[{\"a\":\"\\ud83d\\u12\"}]}",
        "{\"objects\":[{}/* comment */]}",
        "{\"objects\":[{}\u00a0]}",
        "{\"objects\":[{}\f]}",
        "{\"type\":\"tool\",\"id\":\"tool--1\"}{",
        "[1,2",
        "1.",
        "tr",
        "hello",
      })
  void split_textThatIsNotJson_isMalformed(String body) {
    assertThat(failure(body.getBytes(UTF_8)).reason()).matches("[a-z].*");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '#',
      delimiter = '|',
      value = {
        "{\"a\":NaN}|the body is not JSON: unexpected `N`, a value was expected|5",
        "{\"a\" 1}|the body is not JSON: unexpected `1`, a colon was expected|5",
        "{\"a\":1]|the body is not JSON: unexpected `]`, a comma or an end was expected|6",
        "{} {}|the body is not JSON: unexpected `{`, the text has ended|3",
        "{\"a\":-a}|the body is not JSON: unexpected `a`, within a number|6",
        "{\"a\":nil}|the body is not JSON: unexpected `i`, `null` was expected|6",
        "{\"a\":\"\\`\"}|the body is not JSON: unexpected byte 0x60, after a backslash|7",
        "{\"a\":\"\\`|the body is not JSON: unexpected byte 0x60, after a backslash|7",
        "{\"a\":|the body is cut off|5",
      })
  void split_malformedText_saysWhatAndWhere(String body, String reason, long offset) {
    assertThat(failure(body.getBytes(UTF_8)))
        .isEqualTo(new Failure(Kind.MALFORMED, reason, offset));
  }

  @Test
  void split_nothing_isMalformed() {
    assertThat(failure(new byte[0]).reason()).isEqualTo("the body is empty");
    assertThat(failure(" \n ".getBytes(UTF_8)).reason()).isEqualTo("the body is cut off");
  }

  @Test
  void split_nul_isNamed() {
    assertThat(failure("{\"objects\":[{\"a\":\"\0\"}]}".getBytes(UTF_8)).reason())
        .isEqualTo("the body is not JSON: unexpected a NUL byte, within a string");
    assertThat(failure("{\"objects\":[{}]}\0".getBytes(UTF_8)).reason()).contains("a NUL byte");
  }

  @Test
  void split_byteOrderMarkOrUtf16_isNamed() {
    String body = "{\"objects\":[{}]}";
    assertThat(failure(("\ufeff" + body).getBytes(UTF_8)))
        .isEqualTo(new Failure(Kind.MALFORMED, "the body begins with a byte order mark", 0));
    for (String marked : new String[] {body, "\ufeff" + body}) {
      assertThat(failure(marked.getBytes(UTF_16BE)).reason()).contains("not");
      assertThat(failure(marked.getBytes(UTF_16LE)).reason()).contains("not");
    }
    assertThat(failure("{\"objects\":[{\"a\":\"caf\u00e9\"}]}".getBytes(ISO_8859_1)).reason())
        .isEqualTo("the body is not UTF-8");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "80",
        "bf",
        "c0af",
        "c1bf",
        "c2",
        "c220",
        "e0",
        "e080af",
        "e09fbf",
        "e28220",
        "e282",
        "eda080",
        "edafbf",
        "edb080",
        "edbfbf",
        "f08080af",
        "f08fbfbf",
        "f09f9820",
        "f09f98",
        "f4908080",
        "f5808080",
        "f8888080af",
        "fc808080808080",
        "fe",
        "ff",
        "c3c3",
        "e2e282ac",
      })
  void split_bytesThatAreNotUtf8_areMalformed(String hex) {
    assertThat(failure(inString(hex)).reason()).isEqualTo("the body is not UTF-8");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "7f",
        "c280",
        "dfbf",
        "e0a080",
        "e282ac",
        "ed9fbf",
        "ee8080",
        "efbbbf",
        "efbfbf",
        "f0908080",
        "f09f9880",
        "f48fbfbf",
      })
  void split_everyEdgeOfUtf8_isTaken(String hex) {
    for (int chunk = 1; chunk < 5; chunk++) {
      assertThat(split(inString(hex), chunk, SMALL).result()).isInstanceOf(Whole.class);
    }
  }

  private static byte[] inString(String hex) {
    byte[] before = "{\"objects\":[{\"a\":\"".getBytes(UTF_8);
    byte[] bytes = HexFormat.of().parseHex(hex);
    byte[] after = "\"}]}".getBytes(UTF_8);
    byte[] body = new byte[before.length + bytes.length + after.length];
    System.arraycopy(before, 0, body, 0, before.length);
    System.arraycopy(bytes, 0, body, before.length, bytes.length);
    System.arraycopy(after, 0, body, before.length + bytes.length, after.length);
    return body;
  }

  @Test
  void split_everyPrefixOfABody_isCutOff() {
    byte[] body =
        "{\"more\":true,\"objects\":[{\"a\":\"\\u00e9é\",\"n\":-1.5e3,\"l\":[null]}],\"x\":{}}"
            .getBytes(UTF_8);
    for (int length = 1; length < body.length; length++) {
      byte[] prefix = java.util.Arrays.copyOf(body, length);
      assertThat(failure(prefix))
          .isEqualTo(new Failure(Kind.MALFORMED, "the body is cut off", length));
    }
  }
}
