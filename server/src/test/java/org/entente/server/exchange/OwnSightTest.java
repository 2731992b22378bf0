// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.entente.server.exchange.House.COLLECTION;
import static org.entente.server.exchange.House.await;
import static org.entente.server.exchange.Written.GREEN;
import static org.entente.server.exchange.Written.indicator;
import static org.entente.server.exchange.Written.relationship;

import io.vertx.core.buffer.Buffer;
import java.nio.file.Path;
import java.util.List;
import org.entente.server.exchange.Explaining.Asker;
import org.entente.server.exchange.Explaining.Question;
import org.entente.stix.StixId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a member hears of others when it asks who sees what it owns. */
class OwnSightTest {
  private static final String DAY = "2026-01-01T00:00:00.000Z";
  private static final Asker ACME = Asker.member("acme");

  @TempDir Path data;
  private House house;

  @BeforeEach
  void open() throws Exception {
    house = new House(data);
    house.apply(
        """
        kind: Member
        id: cobalt
        name: Cobalt
        org_kind: private
        seat: [GB]
        status: active
        handles_up_to: GREEN
        ---
        kind: Credential
        id: cobalt/soc
        reader: internal
        roles: [publisher, consumer]
        ceiling: RED
        ---
        kind: ReleasePolicy
        id: borealis/rivals@1
        applies_to: {level: member}
        release: {except: [{org: cobalt}]}
        """);
  }

  @AfterEach
  void close() throws Exception {
    house.close();
  }

  private static StixId id(String type, int n) {
    return StixId.parse(type + "--" + Written.uuid(n)).orElseThrow();
  }

  private Explanation explain(String reader, StixId object) throws Exception {
    return await(house.explainer.explain(reader, COLLECTION, Question.of(object), ACME));
  }

  private List<WhoSees.Group> rehearsed(String object, String... policies) throws Exception {
    Buffer envelope = Buffer.buffer("{\"objects\":[" + object + "]}");
    List<Preview> previews =
        await(house.explainer.preview("acme/soc", COLLECTION, List.of(policies), envelope, ACME));
    return previews.get(0).groups();
  }

  @Test
  void objectThatRefersToAnothers_doesNotTellOfTheirPoliciesAndAgreements() throws Exception {
    house.push("borealis/soc", indicator(1, DAY, GREEN));
    house.push("acme/soc", indicator(2, DAY, GREEN), relationship(3, 2, 1, GREEN));
    Explanation answer = explain("cobalt/soc", id("relationship", 3));
    assertThat(answer.permit()).isFalse();
    assertThat(answer.decidedBy()).isEqualTo("L5: an object that is referred to is readable");
    assertThat(answer.toString()).doesNotContain("borealis").doesNotContain("handles");
    assertThat(answer.wouldChange()).hasSize(1);
    Explanation own = explain("acme/soc", id("relationship", 3));
    assertThat(own.permit()).isTrue();
  }

  @Test
  void pushOfAHiddenId_isRehearsedAsIfItWereNew() throws Exception {
    String hidden = indicator(0x41, DAY, GREEN);
    List<WhoSees.Group> absent = rehearsed(hidden);
    hide(0x41);
    assertThat(rehearsed(hidden)).isEqualTo(absent).anyMatch(WhoSees.Group::permit);
  }

  @Test
  void privateCopy_isExplainedAsIfItWereOwn() throws Exception {
    hide(1);
    house.push("acme/soc", indicator(1, DAY, GREEN), indicator(2, DAY, GREEN));
    StixId copy = id("indicator", 1);
    StixId own = id("indicator", 2);
    assertThat(explain("borealis/soc", copy).rules())
        .isEqualTo(explain("borealis/soc", own).rules());
    assertThat(await(house.explainer.who(Question.of(copy), ACME)))
        .isEqualTo(await(house.explainer.who(Question.of(own), ACME)));
    assertThat(await(house.explainer.who(Question.of(copy), Asker.HUB)))
        .isNotEqualTo(await(house.explainer.who(Question.of(own), Asker.HUB)));
  }

  @Test
  void pushUnderAPolicyThatNoPushMayName_isNotRehearsed() throws Exception {
    house.apply(
        """
        kind: ReleasePolicy
        id: acme/default@1
        applies_to: {level: member}
        release: {to: [{org: borealis}]}
        ---
        kind: ReleasePolicy
        id: acme/once@1
        applies_to: {level: submission}
        release: {to: [{org: borealis}]}
        """);
    assertThat(rehearsed(indicator(1, DAY, GREEN), "acme/once@1")).isNotEmpty();
    assertThatThrownBy(() -> rehearsed(indicator(1, DAY, GREEN), "acme/default@1"))
        .isInstanceOf(UnknownNameException.class);
  }

  /** Borealis brings an indicator that acme does not see. */
  private void hide(int number) throws Exception {
    house.apply(
        """
        kind: ReleasePolicy
        id: borealis/rivals@2
        applies_to: {level: member}
        release: {except: [{org: cobalt}, {org: acme}]}
        """);
    house.push("borealis/soc", indicator(number, DAY, GREEN));
  }
}
