// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.entente.stix.Tlp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Where nothing is known, nobody but the owner reads. */
class FailClosedTest {
  private static final Binding BINDING = new Binding("acme/tool", "c1", "indicator");
  private static final Community EMPTY = new Community(1, List.of());

  private final CaseFile levels = CaseFile.read("levels.json");
  private final Community full = levels.community().community();

  @ParameterizedTest
  @EnumSource(Tlp.class)
  void permits_emptyCommunity_deniesEverybody(Tlp level) {
    AudienceClass audience = audience(level);
    assertThat(audience.permits(Reader.ANONYMOUS, EMPTY)).isFalse();
    for (String id : levels.community().readers().toList()) {
      assertThat(EMPTY.reader(id)).isEmpty();
      full.reader(id)
          .filter(reader -> !reader.speaksFor("acme"))
          .ifPresent(reader -> assertThat(audience.permits(reader, EMPTY)).isFalse());
    }
  }

  @Test
  void permits_noParts_isTheOwnersAlone() {
    isTheOwnersAlone(new AudienceClass("acme", List.of()));
    isTheOwnersAlone(AudienceClass.parse("acme"));
  }

  @Test
  void permits_partWithoutClauses_isTheOwnersAlone() {
    isTheOwnersAlone(new AudienceClass("acme", List.of(new Part(List.of(), List.of()))));
    isTheOwnersAlone(AudienceClass.parse("acme\n"));
  }

  @Test
  void permits_ownerAlone_isTheOwnersAlone() {
    isTheOwnersAlone(AudienceClass.ownerAlone("acme", "an unknown marking"));
  }

  @Test
  void permits_inactiveOwner_deniesItAtTheDoor() {
    CaseFile file = CaseFile.read("recipient-side.json");
    Community community = file.community().community();
    for (String member : List.of("applicant", "suspended", "left")) {
      assertThat(community.reader(member + "/person")).isEmpty();
      assertThat(community.insiders(member)).isEmpty();
    }
  }

  private void isTheOwnersAlone(AudienceClass audience) {
    assertThat(audience.permits(Reader.ANONYMOUS, full)).isFalse();
    for (String id : levels.community().readers().toList()) {
      full.reader(id)
          .ifPresent(
              reader -> {
                boolean own = reader.speaksFor("acme");
                assertThat(audience.permits(reader, full)).as(id).isEqualTo(own);
                assertThat(audience.explain(reader, full))
                    .allSatisfy(judged -> assertThat(judged.permits()).as(id).isEqualTo(own))
                    .isNotEmpty();
              });
    }
  }

  private static AudienceClass audience(Tlp level) {
    return new AudienceClass(
        "acme", List.of(new Subject("acme", BINDING, level, List.of()).part()));
  }
}
