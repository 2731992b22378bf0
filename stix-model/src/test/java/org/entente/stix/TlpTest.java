// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.stix;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TlpTest {
  @ParameterizedTest
  @CsvSource({
    "613f2e26-407d-48c7-9eca-b8e91df99dc9,CLEAR",
    "34098fce-860f-48ae-8e50-ebd3cc5e41da,GREEN",
    "f88d31f6-486f-44da-b317-01333bde0b82,AMBER",
    "5e57c739-391a-4eb3-b6be-7d15ca92d5ed,RED",
    "94868c89-83c2-464b-929b-a1a8aa3c8487,CLEAR",
    "bab4a63c-aed9-4cf5-a766-dfca5abac2bb,GREEN",
    "55d920b0-5e8b-4f79-9ee9-91f868d9b421,AMBER",
    "939a9414-2ddd-4d32-a0cd-375ea402b003,AMBER+STRICT",
    "e828b379-4e03-4974-9ac4-e53a884c97c1,RED",
  })
  void level_predefinedMarking_isItsLevel(String uuid, String label) {
    Tlp level = Tlp.parse(label).orElseThrow();
    assertThat(TlpMarkings.level(StixId.parse("marking-definition--" + uuid).orElseThrow()))
        .contains(level);
    assertThat(TlpMarkings.level(StixId.parse("identity--" + uuid).orElseThrow())).isEmpty();
    assertThat(level.label()).isEqualTo(label);
  }

  @Test
  void level_otherMarking_isNone() {
    String uuid = "713f2e26-407d-48c7-9eca-b8e91df99dc9";
    assertThat(TlpMarkings.level(StixId.parse("marking-definition--" + uuid).orElseThrow()))
        .isEmpty();
  }

  @Test
  void join_levels_isTheStricter() {
    for (Tlp one : Tlp.values()) {
      for (Tlp other : Tlp.values()) {
        Tlp joined = one.join(other);
        assertThat(joined).isEqualTo(other.join(one)).isIn(one, other);
        assertThat(one.stricterThan(joined) || other.stricterThan(joined)).isFalse();
      }
    }
    assertThat(Tlp.values())
        .containsExactly(Tlp.CLEAR, Tlp.GREEN, Tlp.AMBER, Tlp.AMBER_STRICT, Tlp.RED);
  }

  @Test
  void parse_otherLabels_areNone() {
    for (String label : new String[] {"", "clear", "WHITE", "AMBER_STRICT", " RED"}) {
      assertThat(Tlp.parse(label)).isEmpty();
    }
  }
}
