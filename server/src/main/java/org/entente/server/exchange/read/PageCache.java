// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.exchange.read;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.RemovalCause;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.entente.server.store.Committed;
import org.jspecify.annotations.Nullable;

/**
 * Full pages, until a commit takes or changes a row within them. A page that is not full is not
 * kept: it grows with the next row.
 */
final class PageCache {
  private final Cache<PageKey, SharedPage> pages;
  private final Map<String, Long> touchedAt = new HashMap<>();

  /** What is in the cache, by collection; maybe a few more. */
  private final Map<String, Set<PageKey>> keys = new ConcurrentHashMap<>();

  /** Bounded by about so many bytes. */
  PageCache(long bytes) {
    pages =
        Caffeine.newBuilder()
            .maximumWeight(bytes)
            // What there is to do after a page is less than waking another thread for it.
            .executor(Runnable::run)
            .weigher(
                (PageKey key, SharedPage page) ->
                    (int) Math.min(Integer.MAX_VALUE, 2 * page.page().weight() + 512))
            .evictionListener(
                (@Nullable PageKey key, @Nullable SharedPage page, RemovalCause why) -> forget(key))
            .build();
  }

  private void forget(@Nullable PageKey key) {
    if (key != null) {
      keys.getOrDefault(key.collection(), Set.of()).remove(key);
    }
  }

  @Nullable SharedPage get(PageKey key) {
    return pages.getIfPresent(key);
  }

  /**
   * Remembers a page, unless a commit after the one that it was read in has touched its collection:
   * then nothing would end it.
   *
   * @param readAt the position of the commit record that the page was read with
   */
  synchronized void put(PageKey key, SharedPage page, long readAt) {
    if (touchedAt.getOrDefault(key.collection(), -1L) <= readAt) {
      pages.put(key, page);
      // Afterwards: a page that is not among the keys would never end, a key alone is harmless.
      keys.computeIfAbsent(key.collection(), absent -> ConcurrentHashMap.newKeySet()).add(key);
    }
  }

  /** Ends the pages in which rows were touched. */
  synchronized void touched(Committed<?> committed) {
    committed
        .touched()
        .forEach(
            (collection, positions) -> {
              touchedAt.put(collection, committed.record().position());
              end(keys.getOrDefault(collection, Set.of()), new TreeSet<>(positions));
            });
  }

  private void end(Set<PageKey> standing, NavigableSet<Long> touched) {
    for (PageKey key : standing) {
      SharedPage page = pages.policy().getIfPresentQuietly(key);
      Long first = touched.higher(key.after());
      if (page == null || (first != null && first <= page.last())) {
        forget(key);
        pages.invalidate(key);
      }
    }
  }
}
