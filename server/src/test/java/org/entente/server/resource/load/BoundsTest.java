// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.resource.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.entente.document.ResourceError;
import org.entente.document.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BoundsTest {
  private static final Documents DOCUMENTS = new Documents();

  private Loaded read(String text) {
    return DOCUMENTS.read(List.of(new Source("f", text)));
  }

  @Test
  void read_aliasesThatDouble_areBounded() {
    StringBuilder text = new StringBuilder("kind: Member\nl0: &l0 [x, x]\n");
    for (int i = 1; i < 30; i++) {
      text.append("l").append(i).append(": &l").append(i);
      text.append(" [*l").append(i - 1).append(", *l").append(i - 1).append("]\n");
    }

    assertThat(read(text.toString()).errors())
        .singleElement()
        .extracting(ResourceError::message)
        .asString()
        .matches("more than 10[0-9]{3} values");
  }

  @Test
  void read_aliasThatLeadsBack_isRefused() {
    assertThat(read("kind: &a [*a]\n").errors())
        .singleElement()
        .extracting(ResourceError::message)
        .asString()
        .startsWith("deeper than 32 levels");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a: ", ""})
  void read_deepText_isRefused(String start) {
    assertThat(read(start + "[".repeat(100_000)).errors())
        .singleElement()
        .satisfies(error -> assertThat(error.line()).isEqualTo(1));
  }

  @Test
  void read_deepBlocks_areRefusedByLine() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 40; i++) {
      text.append(" ".repeat(i)).append("a:\n");
    }

    assertThat(read(text.toString()).errors())
        .singleElement()
        .hasToString("f:33: deeper than 32 levels");
  }

  @Test
  void read_textThatIsTooLong_isRefusedUnread() {
    assertThat(read("#".repeat(16 * 1024 * 1024 + 1)).errors())
        .singleElement()
        .hasToString("f:1: longer than 16777216 characters");
  }

  @Test
  void read_manyErrors_areCutOff() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 300; i++) {
      text.append("kind: Nothing\n---\n");
    }

    List<ResourceError> errors = read(text.toString()).errors();

    assertThat(errors).hasSize(201);
    assertThat(errors.get(200)).hasToString("and 100 errors more");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a: b: c",
        "a: 'open",
        "- \t- x\n\t y",
        "a: &x\nb: *y",
        "%YAML 3.0\n---\na",
        "a: !!binary AAAA",
        "a: !ours x",
        "{1: x}\n---\n? [a]\n: b",
        "a: 1\na: 2",
        "\u0000",
        "a: .inf",
        "a: !!int x",
        "{\"a\": 1, \"a\": 2}",
        "[{\"a\": ",
        "{\"a\": nul}",
        "[1, 2",
        "17",
        "text",
        "kind: \ud83d",
        "{\"kind\": \"\\ud83d\"}",
        "kind: \"\\udc00\""
      })
  void read_whatIsNoDocument_isAnErrorWithALine(String text) {
    assertThat(read(text).errors())
        .isNotEmpty()
        .allSatisfy(error -> assertThat(error.line()).isPositive());
  }

  @Test
  void read_unknownFieldWithAName_showsNoControlCharacters() {
    assertThat(read("kind: Region\nid: EU\ncountries: []\n\"x\\ny\\u001b[31m\": 1\n").errors())
        .singleElement()
        .extracting(ResourceError::message)
        .asString()
        .isEqualTo("unknown field `x y [31m`");
  }

  @Test
  void read_nothing_isNothing() {
    assertThat(read("").errors()).isEmpty();
    assertThat(read("# a comment\n---\n---\n").entries()).isEmpty();
  }
}
