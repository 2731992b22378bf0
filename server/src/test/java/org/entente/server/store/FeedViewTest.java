// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The chain of ranges gives every row where it stands, in order and once. */
class FeedViewTest {
  private static final int CLASSES = 5;

  private record Row(int audience, long n, long position) {}

  private record Shown(long place, Row row) {}

  /** Rows and gains as they come one after the other. */
  private static final class Story {
    final Random random;
    final List<Row> rows = new ArrayList<>();
    final List<FeedView.Gained> gains = new ArrayList<>();
    long position;

    Story(Random random) {
      this.random = random;
    }

    void next() {
      position += 1 + random.nextInt(3);
      if (random.nextInt(5) > 0 || rows.isEmpty()) {
        rows.add(new Row(1 + random.nextInt(CLASSES), rows.size() + 1, position));
        return;
      }
      long low = random.nextInt(3) == 0 ? -1 : random.nextLong(position + 1);
      gains.add(new FeedView.Gained(position, rows.size(), low, some()));
      position += rows.size();
    }

    BitSet some() {
      BitSet classes = new BitSet();
      for (int number = 1; number <= CLASSES; number++) {
        classes.set(number, random.nextInt(3) > 0);
      }
      return classes;
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void segments_ofGainsThatKeepSomeRows_holdEachRowWhereItStands(long seed) {
    Random random = new Random(seed);
    for (int round = 0; round < 500; round++) {
      Story story = new Story(random);
      for (int step = 0; step < 40; step++) {
        story.next();
      }
      BitSet classes = story.some();
      story.gains.forEach(gain -> gain.classes().and(classes));
      FeedView view = new FeedView(classes, story.gains, 0, 0, CLASSES);
      long after = random.nextInt(4) == 0 ? -1 : random.nextLong(story.position + 1);
      assertThat(read(view, story.rows, after)).isEqualTo(standing(view, story.rows, after));
    }
  }

  private static List<Shown> standing(FeedView view, List<Row> rows, long after) {
    return rows.stream()
        .map(row -> new Shown(view.place(row.audience, row.n, row.position), row))
        .filter(shown -> shown.place >= 0 && shown.place > after)
        .sorted(Comparator.comparingLong(Shown::place))
        .toList();
  }

  private static List<Shown> read(FeedView view, List<Row> rows, long after) {
    List<Shown> read = new ArrayList<>();
    for (FeedView.Segment segment : view.segments(after)) {
      for (Row row : rows) {
        if (segment.classes().get(row.audience)
            && within(segment.positions(), row.position)
            && (segment.gained() < 0 || within(segment.numbers(), row.n))) {
          read.add(new Shown(segment.place(row.n, row.position), row));
        }
      }
    }
    return read;
  }

  private static boolean within(FeedView.Range range, long value) {
    return value > range.after() && value <= range.upTo();
  }
}
