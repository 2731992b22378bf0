// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.stix;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StixObjectTest {
  private static final Optional<StixTimestamp> JANUARY =
      StixTimestamp.parse("2020-01-01T00:00:00.000Z");
  private static final Optional<StixTimestamp> JUNE =
      StixTimestamp.parse("2020-06-01T00:00:00.000Z");

  private static StixObject object(
      String type,
      Optional<StixTimestamp> created,
      Optional<StixTimestamp> modified,
      List<StixId> markings,
      List<StixId> granular) {
    return new StixObject(
        new StixId(type, new UUID(0, 1)),
        "2.1",
        created,
        modified,
        Optional.empty(),
        false,
        List.of(),
        markings,
        granular,
        List.of(),
        new byte[] {'{', '}'});
  }

  @Test
  void version_object_isModifiedElseCreatedElseTheConstant() {
    assertThat(object("tool", JANUARY, JUNE, List.of(), List.of()).version())
        .isEqualTo(JUNE.orElseThrow());
    assertThat(object("tool", JANUARY, Optional.empty(), List.of(), List.of()).version())
        .isEqualTo(JANUARY.orElseThrow());
    assertThat(object("url", Optional.empty(), Optional.empty(), List.of(), List.of()).version())
        .hasToString("1970-01-01T00:00:00.000Z");
  }

  @ParameterizedTest
  @CsvSource({
    "url,true,true", "x509-certificate,true,true", "marking-definition,false,true",
    "extension-definition,false,true", "language-content,false,true", "tool,false,false",
    "relationship,false,false", "x-custom,false,false",
  })
  void isCarried_unmarked_isForKindsThatTravel(String type, boolean observable, boolean carried) {
    StixObject object = object(type, JANUARY, JUNE, List.of(), List.of());
    assertThat(object.isObservable()).isEqualTo(observable);
    assertThat(object.isCarried()).isEqualTo(carried);
    List<StixId> marking = List.of(new StixId("marking-definition", new UUID(0, 2)));
    assertThat(object(type, JANUARY, JUNE, marking, List.of()).isCarried()).isFalse();
    assertThat(object(type, JANUARY, JUNE, List.of(), marking).isCarried()).isFalse();
  }

  @Test
  void toString_object_tellsNothingOfTheContent() {
    assertThat(object("tool", JANUARY, JUNE, List.of(), List.of()))
        .hasToString("tool--00000000-0000-0000-0000-000000000001@2020-06-01T00:00:00.000Z");
  }
}
