// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.stix.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.stix.json.Items.SMALL;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.entente.stix.json.Items.Outcome;
import org.entente.stix.json.SplitResult.Shape;
import org.entente.stix.json.SplitResult.Whole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChunkingTest {
  @Test
  void split_chunksThatEndAtEveryTwoBytes_changeNothing() {
    byte[] body =
        ("{\"mor\\u0065\":true, \"objects\":[{\"id\":\"é😀\\ud83d\\ude00\",\"n\":-0.25e+2},"
                + " {\"a\":{\"\\u0061\":1,\"a\":[null,false]}} ,[1],{\"b\":1e400}],\"x\":{\"y\":0}}")
            .getBytes(UTF_8);
    Outcome whole = Items.split(body, body.length, SMALL);
    assertThat(whole.result()).isEqualTo(new Whole(Shape.ENVELOPE, 4));
    for (int first = 0; first <= body.length; first++) {
      for (int second = first; second <= body.length; second++) {
        Items items = new Items();
        EnvelopeSplitter splitter = new EnvelopeSplitter(SMALL, items);
        assertThat(splitter.feed(body, 0, first)).isEmpty();
        assertThat(splitter.feed(body, first, second - first)).isEmpty();
        assertThat(splitter.feed(body, second, body.length - second)).isEmpty();
        assertThat(new Outcome(splitter.end(), items.slices, items.offsets, items.refused))
            .isEqualTo(whole);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void split_envelopeOfSlices_givesTheSameSlices(long seed) {
    RandomGenerator random = new SplittableRandom(seed);
    RandomJson json = new RandomJson(random);
    for (int round = 0; round < 60; round++) {
      List<String> slices = new ArrayList<>();
      for (int i = 1 + random.nextInt(9); i > 0; i--) {
        slices.add(json.object(4));
      }
      String body =
          json.blank()
              + "{"
              + json.blank()
              + "\"objects\""
              + json.blank()
              + ":"
              + json.blank()
              + "["
              + json.blank()
              + String.join(json.blank() + "," + json.blank(), slices)
              + json.blank()
              + "]"
              + json.blank()
              + "}"
              + json.blank();
      Limits limits = new Limits(10_000_000, 10, 10, ObjectLimits.DEFAULT);
      Outcome outcome = Items.split(body.getBytes(UTF_8), 1 + random.nextInt(100), limits);
      assertThat(outcome.result()).isEqualTo(new Whole(Shape.ENVELOPE, slices.size()));
      assertThat(outcome.slices()).isEqualTo(slices);
      assertThat(outcome.refused()).isEmpty();
    }
  }
}
