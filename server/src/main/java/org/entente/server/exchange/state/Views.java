// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.exchange.state;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Interner;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import org.entente.server.policy.Community;
import org.entente.server.policy.Reader;
import org.entente.server.store.FeedView;
import org.entente.server.store.Gain;

/** What readers see, computed once for each reader and each change of rules or classes. */
public final class Views {
  private final Cache<String, Seen> seen;
  private final Cache<Slot, Made> made;
  private final Interner<BitSet> equal = Interner.newWeakInterner();

  private record Seen(Community community, int known, BitSet classes) {}

  private record Slot(String reader, String collection) {}

  private record Made(Seen seen, List<Gain> gains, FeedView view) {}

  /**
   * An empty memory.
   *
   * @param readers how many readers are remembered
   */
  public Views(int readers) {
    seen = Caffeine.newBuilder().maximumSize(readers).build();
    made = Caffeine.newBuilder().maximumSize(4L * readers).build();
  }

  /** A reader's classes. Not to be changed; equal ones are the same object. */
  public BitSet classes(Snapshot snapshot, Reader reader) {
    return see(snapshot, reader).classes;
  }

  /** A reader's feed of a collection. */
  public FeedView of(Snapshot snapshot, Reader reader, String collection) {
    Seen now = see(snapshot, reader);
    List<Gain> gains = snapshot.gains().getOrDefault(collection, List.of());
    Slot slot = new Slot(reader.id(), collection);
    Made known = made.getIfPresent(slot);
    if (known == null || known.seen != now || known.gains != gains) {
      FeedView view =
          new FeedView(
              now.classes,
              gained(gains, reader, now.classes),
              reader.member().map(m -> snapshot.bound(m.id(), collection)).orElse(0L),
              now.community.epoch(),
              now.known);
      known = new Made(now, gains, view);
      made.put(slot, known);
    }
    return known.view;
  }

  private Seen see(Snapshot snapshot, Reader reader) {
    Seen known = seen.getIfPresent(reader.id());
    int count = snapshot.classes().size();
    if (known != null && known.community == snapshot.community() && known.known >= count) {
      return known;
    }
    boolean goOn = known != null && known.community == snapshot.community();
    BitSet classes = goOn && known != null ? (BitSet) known.classes.clone() : new BitSet();
    int from = goOn && known != null ? known.known : 0;
    for (int number = from + 1; number <= count; number++) {
      if (snapshot.audience(number).permits(reader, snapshot.community())) {
        classes.set(number);
      }
    }
    Seen now = new Seen(snapshot.community(), count, equal.intern(classes));
    seen.put(reader.id(), now);
    return now;
  }

  /** A gain that places all rows of a class anew leaves none of them to those before. */
  private static List<FeedView.Gained> gained(List<Gain> gains, Reader reader, BitSet classes) {
    Deque<FeedView.Gained> result = new ArrayDeque<>();
    BitSet later = new BitSet();
    for (int i = gains.size() - 1; i >= 0; i--) {
      Gain gain = gains.get(i);
      if (gain.readers().contains(reader.id())) {
        BitSet own = new BitSet();
        gain.classes().forEach(own::set);
        own.and(classes);
        own.andNot(later);
        if (gain.low() < 0) {
          later.or(own);
        }
        if (!own.isEmpty()) {
          result.addFirst(new FeedView.Gained(gain.base(), gain.n(), gain.low(), own));
        }
      }
    }
    return List.copyOf(result);
  }
}
