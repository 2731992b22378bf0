// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.exchange.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entente.server.store.CommitRecord;
import org.entente.server.store.Committed;
import org.entente.server.taxii.ObjectQuery;
import org.entente.server.taxii.Page;
import org.entente.server.taxii.VersionMatch;
import org.junit.jupiter.api.Test;

/** What is remembered of pages, and for how long. */
class PageCacheTest {
  private static final SharedPage PAGE = new SharedPage(Page.EMPTY, new int[0], 20);

  private final PageCache cache = new PageCache(1 << 20);
  private final BitSet classes = new BitSet();

  @Test
  void put_beforeACommitTouchesARowOfIt_endsWithThatCommit() {
    cache.put(key("one", 10), PAGE, 100);
    cache.put(key("other", 10), PAGE, 100);

    cache.touched(touching("one", 15, 101));

    assertThat(cache.get(key("one", 10))).isNull();
    assertThat(cache.get(key("other", 10))).isSameAs(PAGE);
  }

  @Test
  void put_beforeACommitTouchesARowOutsideOfIt_stays() {
    cache.put(key("one", 10), PAGE, 100);

    cache.touched(touching("one", 10, 101));
    cache.touched(touching("one", 21, 102));

    assertThat(cache.get(key("one", 10))).isSameAs(PAGE);
  }

  @Test
  void put_ofWhatWasReadBeforeATouch_isNotRemembered() {
    cache.touched(touching("one", 15, 101));

    cache.put(key("one", 10), PAGE, 100);
    assertThat(cache.get(key("one", 10))).isNull();

    cache.put(key("one", 10), PAGE, 101);
    assertThat(cache.get(key("one", 10))).isSameAs(PAGE);
  }

  private PageKey key(String collection, long after) {
    ObjectQuery query =
        new ObjectQuery(
            Optional.empty(),
            1,
            Optional.empty(),
            List.of(),
            List.of(),
            List.of(),
            VersionMatch.LAST);
    return new PageKey(collection, new PageKey.Identity(classes), 0, after, query, true);
  }

  private static Committed<Void> touching(String collection, long row, long position) {
    return new Committed<>(
        new CommitRecord(position, 1, 1),
        Map.of(collection, Set.of(row)),
        Map.of(),
        List.of(),
        List.of(),
        List.of(),
        null);
  }
}
