// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.exchange.submit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.entente.stix.StixObject;
import org.entente.stix.json.ObjectLimits;
import org.entente.stix.json.ObjectReader;
import org.entente.stix.json.ReadResult;
import org.junit.jupiter.api.Test;

/** What is committed before what. */
class TurnOrderTest {
  private static final ObjectReader READER = new ObjectReader(ObjectLimits.DEFAULT);

  @Test
  void of_whatRefers_comesAfterEveryVersionOfWhatItRefersTo() {
    List<StixObject> objects =
        List.of(note(1, 0, 2), note(2, 0), note(2, 1), note(3, 0, 1), note(2, 2));

    assertThat(TurnOrder.of(objects, 1))
        .containsExactly(List.of(1), List.of(2), List.of(4), List.of(0), List.of(3));
  }

  @Test
  void of_whatRefersToEachOther_comesInOneTurn() {
    List<StixObject> objects = List.of(note(1, 0, 2), note(3, 0), note(2, 0, 1));

    assertThat(TurnOrder.of(objects, 1)).containsExactly(List.of(0, 2), List.of(1));
  }

  @Test
  void of_manyVersionsOfOneIdAndManyThatReferToIt_comeInTheOrderOfVersions() {
    int half = 20_000;
    List<StixObject> versions = IntStream.range(0, half).mapToObj(i -> note(2, i)).toList();
    List<StixObject> referrers = IntStream.range(3, half).mapToObj(i -> note(i, 0, 2)).toList();
    List<StixObject> all = Stream.concat(referrers.stream(), versions.stream()).toList();

    List<Integer> order =
        TurnOrder.of(all, 200).stream().flatMap(List::stream).limit(half).toList();

    assertThat(order)
        .isEqualTo(IntStream.range(referrers.size(), referrers.size() + half).boxed().toList());
  }

  private static StixObject note(int number, int version, int... references) {
    String refs =
        IntStream.of(references)
            .mapToObj(reference -> '"' + id(reference) + '"')
            .reduce((one, other) -> one + ',' + other)
            .orElse('"' + id(999_999) + '"');
    String json =
        """
        {"type":"note","spec_version":"2.1","id":"%s","created":"2020-01-01T00:00:00.000Z",\
        "modified":"2020-01-01T00:00:%02d.%03dZ","content":"a","object_refs":[%s]}"""
            .formatted(id(number), version / 1000, version % 1000, refs);
    ReadResult read = READER.read(json.getBytes(StandardCharsets.UTF_8));
    return ((ReadResult.Accepted) read).object();
  }

  private static String id(int number) {
    return "note--" + new UUID(0x4000L, 0x8000000000000000L | number);
  }
}
