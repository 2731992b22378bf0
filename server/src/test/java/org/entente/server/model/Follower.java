// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.entente.server.model.Broken.Promise;
import org.entente.server.model.Exchange.Item;
import org.entente.server.model.Exchange.Page;

/** Holds what one poller is given against what it must be given. */
final class Follower {
  private static final int FIRST_LIMIT = 3;

  private final Step.Poller poller;
  private final Watch watch;
  private final Reference reference;

  /** At which commit each name was delivered, by its position then. */
  private final Map<String, TreeMap<Long, Integer>> delivered = new HashMap<>();

  /** The pages that were asked for. */
  private final List<Asked> pages = new ArrayList<>();

  private long cursor;

  /** The commit at which it was at the start. */
  private int began;

  Follower(Step.Poller poller, Watch watch, Reference reference) {
    this.poller = poller;
    this.watch = watch;
    this.reference = reference;
  }

  Step.Poller poller() {
    return poller;
  }

  private record Asked(long after, int limit) {}

  void rewind() {
    cursor = 0;
    delivered.clear();
    pages.clear();
  }

  /**
   * Forgets so many pages.
   *
   * @return the limit of the first of them
   */
  int back(int count) {
    if (pages.isEmpty()) {
      return FIRST_LIMIT;
    }
    int left = Math.max(0, pages.size() - count);
    Asked page = pages.get(left);
    pages.subList(left, pages.size()).clear();
    cursor = page.after();
    delivered.values().forEach(places -> places.tailMap(cursor, false).clear());
    return page.limit();
  }

  Exchange.Query query(int limit) {
    if (cursor == 0) {
      began = reference.commits();
    }
    watch.asks(cursor);
    return new Exchange.Query(cursor, limit, poller.types(), poller.all());
  }

  /** A page was delivered, or the door was shut; whether there is more. */
  boolean takes(Optional<Page> page, int limit) {
    if (page.isPresent() != watch.open()) {
      throw broken(Promise.DOOR, page.isPresent() ? "is open" : "is shut");
    }
    if (page.isEmpty()) {
      return false;
    }
    pages.add(new Asked(cursor, limit));
    Set<String> within = new HashSet<>();
    for (Item item : page.get().items()) {
      take(item, within);
    }
    int size = page.get().items().size();
    if (size > limit || page.get().more() && size < limit) {
      throw broken(Promise.FULL_PAGE, size + " items of " + limit + ", more: " + page.get().more());
    }
    if (!page.get().more()) {
      missesNothing();
    }
    return page.get().more();
  }

  private void take(Item item, Set<String> within) {
    String key = item.id() + "@" + item.version();
    if (item.position() <= cursor) {
      throw broken(Promise.RISING_POSITIONS, item.position() + " after " + cursor + ": " + key);
    }
    Found found = watch.found(poller.all()).get(key);
    if (found == null || !poller.wants(item.id())) {
      throw broken(Promise.NO_LEAK, "was given " + key);
    }
    if (!found.has(item.json())) {
      throw broken(Promise.NO_LEAK, "was given another's " + item.json());
    }
    if (!within.add(key)) {
      throw broken(Promise.ONCE, "twice on a page: " + key);
    }
    TreeMap<Long, Integer> places = delivered.computeIfAbsent(key, k -> new TreeMap<>());
    if (!places.isEmpty() && !excused(found, places.lastEntry())) {
      throw broken(Promise.ONCE, "again without a cause: " + key + " " + places);
    }
    places.put(item.position(), reference.commits());
    cursor = item.position();
  }

  /**
   * What may be sent again: what was lost and may have been passed meanwhile; what stood anew; what
   * stands in several rows, as what is carried may; what shares its conditions with something whose
   * conditions changed.
   */
  private boolean excused(Found found, Map.Entry<Long, Integer> last) {
    int before = last.getValue();
    return before < reference.commits()
        && (watch.lost(found.key(), poller.all(), before, last.getKey())
            || reference.past.born(found.key(), poller.collection()) > before
            || reference.past.movedIn(poller.collection()) > before
            || found.versions().size() > 1
            || Thing.observable(found.id()) && watch.ruled() > before
            || found.versions().stream()
                .anyMatch(version -> reference.past.moved(version, poller.collection()) > 0));
  }

  private void missesNothing() {
    for (Found found : watch.found(poller.all()).values()) {
      if (watch.due(found, began)
          && poller.wants(found.id())
          && last(found.key()) < reference.past.born(found.key(), poller.collection())) {
        throw broken(Promise.NO_MISS, "was never given " + found.key());
      }
    }
  }

  private int last(String key) {
    TreeMap<Long, Integer> places = delivered.get(key);
    return places == null || places.isEmpty() ? -1 : places.lastEntry().getValue();
  }

  /** A second look right after a page. */
  void doubts(boolean more, Optional<Page> next) {
    boolean is = next.map(page -> !page.items().isEmpty()).orElse(false);
    if (is != more) {
      throw broken(Promise.EXACT_MORE, "said more: " + more + ", and there is: " + is);
    }
  }

  private Broken broken(Promise promise, String what) {
    return new Broken(promise, poller + " after " + cursor + " " + what);
  }
}
