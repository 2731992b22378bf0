// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.stix;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StixIdTest {
  private static final String TAIL = "--0b5ad2d4-9b5e-4a2c-8d0e-3c1f6f5e7a90";

  private static StixId random(SplittableRandom random) {
    StringBuilder type = new StringBuilder().append((char) ('a' + random.nextInt(26)));
    for (int i = random.nextInt(2, 12); i > 0; i--) {
      type.append("abcdefghijklmnopqrstuvwxyz0123456789-".charAt(random.nextInt(37)));
    }
    return new StixId(type.toString(), new UUID(random.nextLong(), random.nextLong()));
  }

  @Test
  void parse_randomIds_comeBack() {
    SplittableRandom random = new SplittableRandom(1);
    for (int round = 0; round < 2_000; round++) {
      StixId id = random(random);
      assertThat(StixId.parse(id.toString())).contains(id);
      String upper = id.type() + "--" + id.uuid().toString().toUpperCase(Locale.ROOT);
      assertThat(StixId.parse(upper)).contains(id);
    }
  }

  @Test
  void parse_randomIdsWithOneCharacterChanged_areOtherIdsOrNone() {
    SplittableRandom random = new SplittableRandom(2);
    for (int round = 0; round < 2_000; round++) {
      StixId id = random(random);
      StringBuilder text = new StringBuilder(id.toString());
      int at = random.nextInt(text.length());
      text.setCharAt(at, (char) random.nextInt(0x20, 0x180));
      StixId.parse(text.toString())
          .ifPresent(
              other -> assertThat(other).hasToString(text.toString().toLowerCase(Locale.ROOT)));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "--",
        "tool",
        TAIL,
        "to" + TAIL,
        "1ool" + TAIL,
        "-ool" + TAIL,
        "Tool" + TAIL,
        "to_l" + TAIL,
        "tool-" + "0b5ad2d4-9b5e-4a2c-8d0e-3c1f6f5e7a90",
        " tool" + TAIL,
        "tool" + TAIL + " ",
        "tool" + TAIL + "\n",
        "töol" + TAIL,
        "tool--0b5ad2d49b5e4a2c8d0e3c1f6f5e7a90",
        "tool--0b5ad2d4-9b5e-4a2c-8d0e-3c1f6f5e7a9",
        "tool--0b5ad2d4-9b5e-4a2c-8d0e-3c1f6f5e7a9g",
        "tool--0b5ad2d4-9b5e-4a2c-8d0e_3c1f6f5e7a90",
        "tool--0b5ad2d4-9b5e-4a2c-8d0e-3c1f6f5e7a9\u0660",
        "tool--+b5ad2d4-9b5e-4a2c-8d0e-3c1f6f5e7a90",
      })
  void parse_otherText_isNoId(String text) {
    assertThat(StixId.parse(text)).isEmpty();
  }

  @Test
  void parse_typesOfEveryLength_areTakenFrom3To250() {
    for (int length = 1; length <= 260; length++) {
      String id = "t".repeat(length) + TAIL;
      assertThat(StixId.parse(id).isPresent()).isEqualTo(length >= 3 && length <= 250);
    }
  }

  @Test
  void compareTo_ids_ordersThemLikeTheirText() {
    SplittableRandom random = new SplittableRandom(3);
    List<StixId> ids = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      String type = i % 2 == 0 ? "file" : "tool";
      ids.add(new StixId(type, new UUID(random.nextLong(), random.nextLong())));
    }
    List<StixId> byText = new ArrayList<>(ids);
    byText.sort((a, b) -> a.toString().compareTo(b.toString()));
    ids.sort(null);
    assertThat(ids).isEqualTo(byText);
  }
}
