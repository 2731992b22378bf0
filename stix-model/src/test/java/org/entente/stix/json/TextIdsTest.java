// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.stix.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.stix.json.Stix.UUID;

import java.util.List;
import java.util.Locale;
import org.entente.stix.StixId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextIdsTest {
  private static List<String> find(String text) {
    TextIds ids = new TextIds(100);
    ids.find(("<" + text + ">").toCharArray(), 1, text.length() + 1);
    return ids.found().stream().map(StixId::toString).toList();
  }

  @ParameterizedTest
  @CsvSource({
    "tool--U,tool--U",
    "a tool--U.,tool--U",
    "x/tool--U/y,tool--U",
    "Tool--U,tool--U",
    "-tool--U,tool--U",
    "- 7-tool--U,tool--U",
    "x--tool--U,tool--U",
    "indicator--tool--U,tool--U",
    "x-foo2--U,x-foo2--U",
    "tool--Ufeed,tool--U",
    "étool--U,tool--U",
  })
  void find_idWithinText_isFound(String text, String id) {
    assertThat(find(text.replace("U", UUID))).containsExactly(id.replace("U", UUID));
    assertThat(find(text.replace("U", UUID).toUpperCase(Locale.ROOT)))
        .containsExactly(id.replace("U", UUID));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tool-U",
        "tool---U",
        "to--U",
        "7--U",
        "tool --U",
        "tool--",
        "--U",
        "tool-- U",
        "",
        "tool--0b5ad2d4-9b5e-4a2c-8d0e-3c1f6f5e7a9",
        "tool--0b5ad2d4-9b5e-4a2c-8d0e-3c1f6f5e7a9g",
        "tool--0b5ad2d4_9b5e-4a2c-8d0e-3c1f6f5e7a90",
        "tool—U",
      })
  void find_otherText_isNone(String text) {
    assertThat(find(text.replace("U", UUID))).isEmpty();
  }

  @Test
  void find_severalIds_areFoundInOrderOnce() {
    String tool = "tool--" + UUID;
    String file = "file--" + UUID;
    assertThat(find(tool + file + "," + tool)).containsExactly(tool, file);
  }

  @Test
  void find_longestType_isFound() {
    String type = "t".repeat(250);
    assertThat(find(type + "--" + UUID)).containsExactly(type + "--" + UUID);
    assertThat(find("xx" + type + "--" + UUID)).containsExactly(type + "--" + UUID);
  }

  @Test
  void find_beyondTheLimit_stops() {
    TextIds ids = new TextIds(1);
    char[] text = ("tool--" + UUID + " file--" + UUID + " url--" + UUID).toCharArray();
    ids.find(text, 0, text.length);
    assertThat(ids.found()).hasSize(2);
  }
}
