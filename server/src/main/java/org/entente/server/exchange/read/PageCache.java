// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.exchange.read;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.List;
import org.entente.server.store.Committed;
import org.jspecify.annotations.Nullable;

/**
 * Full pages, until a commit takes or changes a row within them. A page that is not full is not
 * kept: it grows with the next row.
 */
final class PageCache {
  private final Cache<PageKey, SharedPage> pages;

  /** Bounded by about so many bytes. */
  PageCache(long bytes) {
    pages =
        Caffeine.newBuilder()
            .maximumWeight(bytes)
            .weigher(
                (PageKey key, SharedPage page) ->
                    (int) Math.min(Integer.MAX_VALUE, 2 * page.page().weight() + 512))
            .build();
  }

  @Nullable SharedPage get(PageKey key) {
    return pages.getIfPresent(key);
  }

  void put(PageKey key, SharedPage page) {
    pages.put(key, page);
  }

  /** Ends the pages in which rows were touched. */
  void touched(Committed<?> committed) {
    if (committed.touched().isEmpty()) {
      return;
    }
    pages
        .asMap()
        .entrySet()
        .removeIf(
            entry -> {
              long after = entry.getKey().after();
              long last = entry.getValue().last();
              return committed
                  .touched()
                  .getOrDefault(entry.getKey().collection(), List.of())
                  .stream()
                  .anyMatch(position -> position > after && position <= last);
            });
  }
}
