// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.exchange.read;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.entente.server.store.Committed;
import org.jspecify.annotations.Nullable;

/**
 * Full pages, until a commit takes or changes a row within them. A page that is not full is not
 * kept: it grows with the next row.
 */
final class PageCache {
  private final Cache<PageKey, SharedPage> pages;
  private final Map<String, Long> touchedAt = new HashMap<>();

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
            .build();
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
    }
  }

  /** Ends the pages in which rows were touched. */
  synchronized void touched(Committed<?> committed) {
    if (committed.touched().isEmpty()) {
      return;
    }
    committed
        .touched()
        .keySet()
        .forEach(collection -> touchedAt.put(collection, committed.record().position()));
    pages
        .asMap()
        .entrySet()
        .removeIf(
            entry -> {
              long after = entry.getKey().after();
              long last = entry.getValue().last();
              return committed
                  .touched()
                  .getOrDefault(entry.getKey().collection(), Set.of())
                  .stream()
                  .anyMatch(position -> position > after && position <= last);
            });
  }
}
