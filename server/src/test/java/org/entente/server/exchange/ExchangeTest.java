// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.server.exchange.House.COLLECTION;
import static org.entente.server.exchange.House.await;
import static org.entente.server.exchange.House.ids;
import static org.entente.server.exchange.Written.GREEN;
import static org.entente.server.exchange.Written.STRICT;
import static org.entente.server.exchange.Written.address;
import static org.entente.server.exchange.Written.indicator;
import static org.entente.server.exchange.Written.observed;
import static org.entente.server.exchange.Written.relationship;
import static org.entente.server.exchange.Written.uuid;

import java.nio.file.Path;
import org.entente.server.exchange.Explaining.Asker;
import org.entente.server.exchange.Explaining.Question;
import org.entente.server.taxii.Page;
import org.entente.server.taxii.StatusResource;
import org.entente.stix.StixId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The two use cases and administration over a real store, without HTTP. */
class ExchangeTest {
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

  @Test
  void push_isReadByThoseWhoMay_alsoAfterARestart() throws Exception {
    StatusResource status =
        house.push(
            "acme/soc",
            indicator(1, "2026-01-01T00:00:00.000Z", GREEN),
            indicator(2, "2026-01-01T00:00:00.000Z", STRICT),
            relationship(3, 1, 2, GREEN));
    assertThat(status.complete()).isTrue();
    assertThat(status.success()).isEqualTo(3);
    assertThat(ids(house.poll("borealis/soc", 0, 10))).containsExactly("01", "02", "03");
    assertThat(ids(house.poll("borealis/clients", 0, 10))).containsExactly("01");
    house.restart();
    assertThat(ids(house.poll("borealis/soc", 0, 2))).containsExactly("01", "02");
    assertThat(ids(house.poll("borealis/clients", 0, 10))).containsExactly("01");
  }

  @Test
  void newVersion_takesTheHead_andNarrowsWhatRefersToIt() throws Exception {
    house.push(
        "acme/soc",
        indicator(1, "2026-01-01T00:00:00.000Z", GREEN),
        indicator(2, "2026-01-01T00:00:00.000Z", GREEN),
        relationship(3, 1, 2, GREEN));
    Page all = house.poll("borealis/clients", 0, 10);
    assertThat(ids(all)).containsExactly("01", "02", "03");
    house.push("acme/soc", indicator(2, "2026-01-02T00:00:00.000Z", STRICT));
    assertThat(ids(house.poll("borealis/clients", 0, 10))).containsExactly("01");
    assertThat(ids(house.poll("borealis/clients", all.nextPosition(), 10))).isEmpty();
    house.push("acme/soc", indicator(2, "2026-01-03T00:00:00.000Z", GREEN));
    assertThat(ids(house.poll("borealis/clients", all.nextPosition(), 10)))
        .containsExactlyInAnyOrder("02", "03");
  }

  @Test
  void duplicate_isASuccessWithoutEffect_andOtherContentIsRefused() throws Exception {
    house.push("acme/soc", indicator(1, "2026-01-01T00:00:00.000Z", GREEN));
    long before = house.poll("acme/soc", 0, 10).nextPosition();
    StatusResource again = house.push("acme/soc", indicator(1, "2026-01-01T00:00:00.000Z", GREEN));
    assertThat(again.success()).isEqualTo(1);
    assertThat(house.poll("acme/soc", 0, 10).nextPosition()).isEqualTo(before);
    StatusResource other = house.push("acme/soc", indicator(1, "2026-01-01T00:00:00.000Z", STRICT));
    assertThat(other.failure()).isEqualTo(1);
    assertThat(other.failures().get(0).message().orElse("")).startsWith("/objects/0: version");
  }

  @Test
  void olderVersion_thatComesLate_isHistoryBehindTheHead() throws Exception {
    house.push("acme/soc", indicator(1, "2026-01-03T00:00:00.000Z", GREEN));
    house.push("acme/soc", indicator(1, "2026-01-02T00:00:00.000Z", GREEN));
    assertThat(house.poll("borealis/soc", 0, 10).rows().get(0).version()).startsWith("2026-01-03");
    assertThat(house.all("borealis/soc", 0, 10).rows())
        .extracting(row -> row.version().substring(0, 10))
        .containsExactlyInAnyOrder("2026-01-02", "2026-01-03");
  }

  @Test
  void foreignObject_hiddenGoesToAShadow_visibleIsRefused() throws Exception {
    house.apply(
        """
        kind: ReleasePolicy
        id: acme/default@1
        applies_to: {level: member}
        release: {except: [{org: borealis}]}
        """);
    house.push("acme/soc", indicator(1, "2026-01-01T00:00:00.000Z", GREEN));
    assertThat(ids(house.poll("borealis/soc", 0, 10))).isEmpty();
    StatusResource shadow =
        house.push("borealis/soc", indicator(1, "2026-01-05T00:00:00.000Z", GREEN));
    assertThat(shadow.success()).isEqualTo(1);
    assertThat(ids(house.poll("borealis/soc", 0, 10))).containsExactly("01");
    assertThat(ids(house.poll("borealis/clients", 0, 10))).isEmpty();
    assertThat(house.poll("acme/soc", 0, 10).rows().get(0).version()).startsWith("2026-01-01");
  }

  @Test
  void loosenedPolicy_givesStoredObjectsToThoseWhoHavePolledPastThem() throws Exception {
    house.apply(
        """
        kind: ReleasePolicy
        id: acme/default@1
        applies_to: {level: member}
        release: {except: [{org: borealis}]}
        """);
    house.push(
        "acme/soc",
        indicator(1, "2026-01-01T00:00:00.000Z", GREEN),
        indicator(2, "2026-01-01T00:00:00.000Z", GREEN));
    house.push("borealis/soc", indicator(9, "2026-01-01T00:00:00.000Z", GREEN));
    long cursor = house.poll("borealis/soc", 0, 10).nextPosition();
    house.apply(
        """
        kind: ReleasePolicy
        id: acme/default@2
        applies_to: {level: member}
        release: {to: [{circle: core}]}
        """);
    assertThat(ids(house.poll("borealis/soc", cursor, 1))).containsExactly("01");
    Page rest = house.poll("borealis/soc", cursor, 10);
    assertThat(ids(rest)).containsExactly("01", "02");
    assertThat(ids(house.poll("borealis/soc", rest.nextPosition(), 10))).isEmpty();
    assertThat(ids(house.poll("borealis/soc", 0, 10))).containsExactlyInAnyOrder("09", "01", "02");
    house.push("acme/soc", indicator(3, "2026-01-01T00:00:00.000Z", GREEN));
    assertThat(ids(house.poll("borealis/soc", rest.nextPosition(), 10))).containsExactly("03");
  }

  @Test
  void delete_takesTheObjectFromEverybody_andItsFloorStays() throws Exception {
    house.push("acme/soc", indicator(1, "2026-01-01T00:00:00.000Z", GREEN));
    house.push("acme/soc", indicator(1, "2026-01-02T00:00:00.000Z", STRICT));
    String id = "indicator--" + uuid(1);
    assertThat(house.delete("borealis/soc", id)).isEqualTo(DeleteOutcome.FORBIDDEN);
    assertThat(house.delete("acme/soc", id)).isEqualTo(DeleteOutcome.DONE);
    assertThat(house.poll("borealis/soc", 0, 10).rows().get(0).version()).startsWith("2026-01-01");
    assertThat(ids(house.poll("borealis/clients", 0, 10))).isEmpty();
  }

  @Test
  void explain_saysWhatGetSays() throws Exception {
    house.push("acme/soc", indicator(1, "2026-01-01T00:00:00.000Z", STRICT));
    StixId id = StixId.parse("indicator--" + uuid(1)).orElseThrow();
    Explanation yes =
        await(house.explainer.explain("borealis/soc", COLLECTION, Question.of(id), Asker.HUB));
    assertThat(yes.permit()).isTrue();
    Explanation no =
        await(house.explainer.explain("borealis/clients", COLLECTION, Question.of(id), Asker.HUB));
    assertThat(no.permit()).isFalse();
    assertThat(no.decidedBy()).contains("AMBER+STRICT");
    assertThat(await(house.explainer.who(Question.of(id), Asker.HUB)).groups()).hasSize(3);
  }

  @Test
  void carriedObservable_isSeenWithWhatRefersToIt() throws Exception {
    String address = address("");
    String observed = observed(5, "2026-01-01", GREEN);
    StatusResource status = house.push("acme/soc", address, observed);
    assertThat(status.failures()).isEmpty();
    assertThat(ids(house.poll("borealis/clients", 0, 10))).containsExactlyInAnyOrder("05", "c4");
    house.push("acme/soc", observed(5, "2026-02-01", STRICT));
    assertThat(ids(house.poll("borealis/clients", 0, 10))).isEmpty();
    assertThat(ids(house.poll("borealis/soc", 0, 10))).containsExactlyInAnyOrder("05", "c4");
  }
}
