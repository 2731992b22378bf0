// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.exchange.submit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.entente.stix.StixId;
import org.junit.jupiter.api.Test;

/** What is committed before what. */
class TurnOrderTest {
  @Test
  void of_whatRefers_comesAfterEveryVersionOfWhatItRefersTo() {
    List<Outline> objects = numbered(note(1, 2), note(2), note(2), note(3, 1), note(2));

    assertThat(turns(objects, 1))
        .containsExactly(List.of(1), List.of(2), List.of(4), List.of(0), List.of(3));
  }

  @Test
  void of_whatRefersToEachOther_comesInOneTurn() {
    List<Outline> objects = numbered(note(1, 2), note(3), note(2, 1));

    assertThat(turns(objects, 1)).containsExactly(List.of(0, 2), List.of(1));
  }

  @Test
  void of_manyVersionsOfOneIdAndManyThatReferToIt_comeInTheOrderOfVersions() {
    int half = 20_000;
    Stream<Outline> referrers = IntStream.range(3, half).mapToObj(i -> note(i, 2));
    Stream<Outline> versions = Stream.generate(() -> note(2)).limit(half);
    List<Outline> all = numbered(Stream.concat(referrers, versions).toArray(Outline[]::new));

    List<Integer> order = turns(all, 200).stream().flatMap(List::stream).limit(half).toList();

    assertThat(order).isEqualTo(IntStream.range(half - 3, 2 * half - 3).boxed().toList());
  }

  private static List<List<Integer>> turns(List<Outline> objects, int size) {
    return TurnOrder.of(objects, size).stream()
        .map(turn -> turn.stream().map(Outline::index).toList())
        .toList();
  }

  private static List<Outline> numbered(Outline... outlines) {
    return IntStream.range(0, outlines.length)
        .mapToObj(i -> new Outline(i, outlines[i].id(), outlines[i].targets(), false, 0, 0))
        .toList();
  }

  private static Outline note(int number, int... targets) {
    List<StixId> ids = IntStream.of(targets).mapToObj(TurnOrderTest::id).toList();
    return new Outline(0, id(number), ids, false, 0, 0);
  }

  private static StixId id(int number) {
    return new StixId("note", new UUID(0x4000L, 0x8000000000000000L | number));
  }
}
