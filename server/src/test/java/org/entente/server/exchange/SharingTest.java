// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.server.exchange.Written.ADDRESS;
import static org.entente.server.exchange.Written.FILE;
import static org.entente.server.exchange.Written.GREEN;
import static org.entente.server.exchange.Written.STRICT;
import static org.entente.server.exchange.Written.address;
import static org.entente.server.exchange.Written.directory;
import static org.entente.server.exchange.Written.file;
import static org.entente.server.exchange.Written.indicator;
import static org.entente.server.exchange.Written.observed;
import static org.entente.server.exchange.Written.relationship;
import static org.entente.server.exchange.Written.statement;
import static org.entente.server.exchange.Written.uuid;

import java.nio.file.Path;
import java.time.Duration;
import org.entente.server.taxii.PageRow;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What travels with what, what is still bound, and what answers may tell. */
class SharingTest {
  private static final String DAY1 = "2026-01-01T00:00:00.000Z";
  private static final String DAY2 = "2026-01-02T00:00:00.000Z";

  @TempDir Path data;
  private House house;

  @BeforeEach
  void open() throws Exception {
    house = new House(data);
  }

  @AfterEach
  void close() throws Exception {
    house.close();
  }

  /** A third member, whom acme shows nothing. */
  private void cobalt() throws Exception {
    house.apply(
        Founded.COBALT
            + """
        ---
        kind: ReleasePolicy
        id: acme/default@1
        applies_to: {level: member}
        release: {except: [{org: cobalt}]}
        """);
  }

  @Test
  void carriedObservable_goesOnlyWithThoseWhoseOwnerCouldReadTheVariant() throws Exception {
    cobalt();
    house.push("acme/soc", address("of acme"), observed(5, "2026-01-01", STRICT));
    house.push("borealis/soc", address("of borealis"), observed(4, "2026-01-01", GREEN));
    assertThat(house.sees("cobalt/soc")).containsExactlyInAnyOrder("04", "c4");
    house.push("cobalt/soc", observed(6, "2026-01-01", GREEN));
    assertThat(house.sees("cobalt/soc")).containsExactlyInAnyOrder("04", "c4", "06");
    house.delete("borealis/soc", "observed-data--" + uuid(4));
    String shown =
        new String(
            house.poll("borealis/clients", 0, 10).envelope().head(),
            java.nio.charset.StandardCharsets.UTF_8);
    assertThat(shown).contains("of borealis").doesNotContain("of acme");
  }

  @Test
  void carriedObservable_goesWithTheLastHeadThatRefersToIt() throws Exception {
    house.push("acme/soc", address(""), observed(5, "2026-01-01", GREEN));
    house.push("acme/soc", observed(6, "2026-01-01", GREEN));
    house.push("acme/soc", observed(5, "2026-02-01", STRICT));
    assertThat(house.sees("borealis/clients")).containsExactlyInAnyOrder("06", "c4");
    house.push("acme/soc", observed(6, "2026-02-01", STRICT));
    assertThat(house.sees("borealis/clients")).isEmpty();
  }

  @Test
  void observablesThatReferToEachOther_goOnlyWithWhatRefersToThem() throws Exception {
    house.push(
        "acme/soc", directory(), file(), observed(5, "2026-01-01", GREEN).replace(ADDRESS, FILE));
    assertThat(house.sees("borealis/clients")).containsExactlyInAnyOrder("05", "f1", "d1");
    house.push("acme/soc", observed(5, "2026-02-01", STRICT).replace(ADDRESS, FILE));
    assertThat(house.sees("borealis/clients")).isEmpty();
    assertThat(house.sees("borealis/soc")).containsExactlyInAnyOrder("05", "f1", "d1");
  }

  @Test
  void deletedObservable_doesNotHideWhatCarriedIt() throws Exception {
    house.push("acme/soc", address(""), observed(5, "2026-01-01", GREEN));
    house.delete("acme/soc", ADDRESS);
    house.push("acme/soc", observed(5, "2026-02-01", GREEN));
    assertThat(house.sees("borealis/soc")).containsExactly("05");
    assertThat(house.sees("acme/soc")).containsExactly("05");
  }

  @Test
  void markingOfADeletedVersion_resolvedLater_bindsNoMore() throws Exception {
    String marking = "marking-definition--" + uuid(7);
    house.push("acme/soc", indicator(1, DAY1, GREEN));
    house.push("acme/soc", indicator(1, DAY2, GREEN + "\",\"" + marking));
    house.delete("acme/soc", "indicator--" + uuid(1));
    assertThat(house.sees("borealis/soc")).isEmpty();
    house.push("acme/soc", statement(7));
    assertThat(house.sees("borealis/soc")).contains("01");
  }

  /** A member that sees no more than the history of what is older than itself. */
  private void newcomer(String history) throws Exception {
    house.apply(Founded.collection("history: " + history));
    house.push("acme/soc", indicator(1, DAY1, GREEN));
    house.advance(Duration.ofDays(1));
    house.apply(
        """
        kind: Member
        id: delta
        name: Delta
        org_kind: private
        seat: [GB]
        status: active
        handles_up_to: RED
        ---
        kind: Credential
        id: delta/soc
        reader: internal
        roles: [publisher, consumer]
        ceiling: RED
        """);
  }

  @Test
  void newcomer_toAHistoryLongerThanTheClockCanTell_seesAllOfIt() throws Exception {
    newcomer("P999999D");
    assertThat(house.sees("delta/soc")).containsExactly("01");
  }

  @Test
  void deleteAndPush_ofWhatIsOlderThanTheHistory_answerAsIfItWereNotThere() throws Exception {
    newcomer("none");
    assertThat(house.sees("delta/soc")).isEmpty();
    assertThat(house.delete("delta/soc", "indicator--" + uuid(1)))
        .isEqualTo(DeleteOutcome.NOT_FOUND);
    assertThat(house.push("delta/soc", indicator(1, DAY2, GREEN)).success()).isEqualTo(1);
    assertThat(house.poll("delta/soc", 0, 10).rows())
        .extracting(PageRow::version)
        .containsExactly(DAY2);
    assertThat(house.poll("acme/soc", 0, 10).rows())
        .extracting(PageRow::version)
        .containsExactly(DAY1);
  }

  @Test
  void pageOfAllVersions_readBefore_isNotShownAgainWhenTheLatestIsHidden() throws Exception {
    house.push("acme/soc", indicator(1, DAY1, GREEN), indicator(2, DAY1, GREEN));
    house.push("acme/soc", indicator(1, DAY2, GREEN));
    assertThat(House.ids(house.all("borealis/clients", 0, 1))).containsExactly("01");
    house.push("acme/soc", indicator(1, "2026-01-03T00:00:00.000Z", STRICT));
    assertThat(House.ids(house.all("borealis/clients", 0, 1))).containsExactly("02");
  }

  @Test
  void reference_toWhatIsOlderThanTheHistory_doesNotNarrow() throws Exception {
    newcomer("none");
    house.push("delta/soc", indicator(2, DAY1, GREEN), relationship(3, 2, 1, GREEN));
    house.push("acme/soc", indicator(1, DAY2, STRICT));
    assertThat(house.sees("borealis/clients")).contains("03");
  }
}
