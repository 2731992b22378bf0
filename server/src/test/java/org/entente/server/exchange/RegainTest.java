// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.server.exchange.Written.GREEN;
import static org.entente.server.exchange.Written.STRICT;
import static org.entente.server.exchange.Written.indicator;

import io.vertx.core.Future;
import java.nio.file.Path;
import java.util.Set;
import org.entente.server.taxii.Page;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a reader lost and gets back is sent again only where it may have been passed meanwhile. */
class RegainTest {
  private static final String DAY = "2026-01-01T00:00:00.000Z";
  private static final String READER = "borealis/soc";

  @TempDir Path data;
  private final Interrupted interrupted = new Interrupted();
  private House house;

  @BeforeEach
  void open() throws Exception {
    house = House.around(data, interrupted::around);
  }

  @AfterEach
  void close() throws Exception {
    house.close();
  }

  private void borealis(String status) throws Exception {
    house.apply(
        """
        kind: Member
        id: borealis
        name: Borealis
        org_kind: private
        seat: [DE]
        status: %s
        handles_up_to: RED
        """
            .formatted(status));
  }

  /** A member lets borealis read its objects, or not. */
  private void shows(String member, boolean shows) throws Exception {
    House.await(showing(member, shows));
  }

  private Future<?> showing(String member, boolean shows) {
    return house.applying(
        """
        kind: ReleasePolicy
        id: %s/default@1
        applies_to: {level: member}
        release: {%s}
        """
            .formatted(member, shows ? "to: [{all: members}]" : "except: [{org: borealis}]"),
        Set.of());
  }

  private void push(int... numbers) throws Exception {
    for (int number : numbers) {
      house.push("acme/soc", indicator(number, DAY, GREEN));
    }
  }

  private long last(Page page) {
    return page.rows().get(page.rows().size() - 1).added();
  }

  private Page from(long after) throws Exception {
    return house.poll(READER, after, 100);
  }

  @Test
  void suspendedMember_back_goesOnWhereItWas() throws Exception {
    push(1, 2);
    long cursor = last(from(0));
    borealis("suspended");
    push(3);
    house.restart();
    borealis("active");
    assertThat(House.ids(from(cursor))).containsExactly("03");
  }

  @Test
  void rightLostAndGivenBack_toAPollerThatHadPassedItAll_sendsOnlyWhatCameMeanwhile()
      throws Exception {
    shows("acme", true);
    push(1, 2);
    house.push(READER, indicator(0x10, DAY, GREEN));
    long cursor = last(from(0));
    shows("acme", false);
    push(3);
    house.push(READER, indicator(0x11, DAY, GREEN));
    Page meanwhile = from(cursor);
    assertThat(House.ids(meanwhile)).containsExactly("11");
    house.restart();
    shows("acme", true);
    assertThat(House.ids(from(last(meanwhile)))).containsExactly("03");
    assertThat(house.sees(READER)).containsExactlyInAnyOrder("01", "02", "03", "10", "11");
  }

  @Test
  void rightLostAndGivenBack_toAPollerThatPassedSomeOfItMeanwhile_sendsThat() throws Exception {
    shows("acme", true);
    push(1);
    house.push(READER, indicator(0x10, DAY, GREEN));
    push(2);
    house.push(READER, indicator(0x11, DAY, GREEN));
    long behind = last(house.poll(READER, 0, 2));
    long ahead = last(from(0));
    shows("acme", false);
    Page meanwhile = from(behind);
    assertThat(House.ids(meanwhile)).containsExactly("11");
    assertThat(House.ids(from(ahead))).isEmpty();
    shows("acme", true);
    assertThat(House.ids(from(last(meanwhile)))).containsExactly("02");
  }

  @Test
  void rightLostAndGivenBack_toOneWhoBeganAnewMeanwhile_sendsItAll() throws Exception {
    shows("acme", true);
    push(1, 2);
    house.push(READER, indicator(0x10, DAY, GREEN));
    from(0);
    shows("acme", false);
    long cursor = last(from(0));
    shows("acme", true);
    assertThat(House.ids(from(cursor))).containsExactly("01", "02");
  }

  @Test
  void objectLookedAtWhileItWasHidden_isNoPoll() throws Exception {
    shows("acme", true);
    push(1, 2);
    long cursor = last(from(0));
    shows("acme", false);
    assertThat(
            House.await(
                house.feed.object(
                    House.who(READER),
                    house.view(READER),
                    "indicator--" + Written.uuid(1),
                    House.latest(cursor, 1))))
        .isEmpty();
    shows("acme", true);
    assertThat(House.ids(from(cursor))).isEmpty();
  }

  @Test
  void lossThatLasts_doesNotMakeALaterOneWorse() throws Exception {
    house.apply(Founded.COBALT);
    shows("cobalt", true);
    shows("acme", true);
    house.push("cobalt/soc", indicator(0x20, DAY, GREEN));
    push(1);
    from(0);
    shows("cobalt", false);
    long cursor = last(from(0));
    shows("acme", false);
    assertThat(House.ids(from(cursor))).isEmpty();
    shows("acme", true);
    assertThat(House.ids(from(cursor))).isEmpty();
    shows("cobalt", true);
    assertThat(House.ids(from(cursor))).containsExactly("20");
  }

  @Test
  void rightLostWhileAPollIsNoted_thenGivenBack_sendsWhatThePollPassed() throws Exception {
    shows("acme", true);
    push(1);
    house.push(READER, indicator(0x10, DAY, GREEN));
    interrupted.next(() -> showing("acme", false));
    Page first = from(0);
    assertThat(House.ids(first)).containsExactly("10");
    shows("acme", true);
    assertThat(House.ids(from(last(first)))).containsExactly("01");
  }

  @Test
  void objectOfANewKind_comesAndIsPolledWhileAPollIsNoted_isInBothPages() throws Exception {
    push(1);
    interrupted.next(
        () ->
            house
                .pushing("acme/soc", indicator(2, DAY, STRICT))
                .compose(pushed -> house.polling(READER, 0, 100)));
    assertThat(House.ids(from(0))).contains("01");
    assertThat(House.ids(from(0))).containsExactly("01", "02");
  }
}
