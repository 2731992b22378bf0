// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.entente.server.exchange.House.COLLECTION;
import static org.entente.server.exchange.Written.GREEN;
import static org.entente.server.exchange.Written.indicator;
import static org.entente.server.exchange.Written.uuid;

import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.entente.server.resource.Kind;
import org.entente.server.resource.Ref;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What must not go, and what must not come back as something else. */
class PruneTest {
  private static final String NOTHING = "";
  private static final Ref POLICY = new Ref(Kind.RELEASE_POLICY, "acme/default@1");

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

  private static void refused(ThrowingCallable change, String reason) {
    assertThatThrownBy(change)
        .isInstanceOf(ExecutionException.class)
        .cause()
        .isInstanceOfSatisfying(
            ChangeRefusedException.class,
            refused -> assertThat(refused.reasons()).containsExactly(reason));
  }

  @Test
  void memberAndCollection_withObjects_stay() throws Exception {
    String first = indicator(1, "2026-01-01T00:00:00.000Z", GREEN);
    house.push("acme/soc", first, indicator(2, "2026-01-01T00:00:00.000Z", GREEN));
    refused(
        () -> house.apply(NOTHING, Set.of(new Ref(Kind.MEMBER, "acme"))),
        "Member `acme` still has 2 objects in the exchange and cannot go");
    house.delete("acme/soc", "indicator--" + uuid(1));
    refused(
        () -> house.apply(NOTHING, Set.of(new Ref(Kind.COLLECTION, COLLECTION))),
        "Collection `" + COLLECTION + "` still has 1 object in the exchange and cannot go");
    assertThat(house.sees("borealis/soc")).containsExactly("02");
  }

  @Test
  void memberAndCollection_withoutObjects_go() throws Exception {
    house.push("acme/soc", indicator(1, "2026-01-01T00:00:00.000Z", GREEN));
    house.apply(NOTHING, Set.of(new Ref(Kind.MEMBER, "borealis")));
    house.delete("acme/soc", "indicator--" + uuid(1));
    house.apply(NOTHING, Set.of(new Ref(Kind.COLLECTION, COLLECTION)));
    assertThat(House.await(house.administering.resources()).documents())
        .extracting(document -> document.ref().id())
        .doesNotContain("borealis", COLLECTION);
  }

  private static String policy(String other) {
    return """
        kind: ReleasePolicy
        id: acme/default@1
        applies_to: {level: member}
        release: {except: [{org: %s}]}
        """
        .formatted(other);
  }

  @Test
  void policy_thatWent_comesBackOnlyAsItWas() throws Exception {
    house.apply(policy("borealis"));
    house.apply(NOTHING, Set.of(POLICY));
    refused(
        () -> house.apply(policy("acme")),
        "`acme/default@1` was in force with other content; a change is a new version");
    assertThat(house.apply(policy("borealis")).position()).isPresent();
  }
}
