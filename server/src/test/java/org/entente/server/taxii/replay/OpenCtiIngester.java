// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.taxii.replay;

import java.util.Optional;
import org.entente.server.HttpCaller.Ask;

/**
 * OpenCTI's ingester: one page each tick, with the {@code next} of the tick before beside the old
 * date; the date is the header, cut to milliseconds. A poll is as many ticks as bring something.
 */
final class OpenCtiIngester implements FieldClient {
  private String after = "2026-01-01T00:00:00.000Z";
  private Optional<String> next = Optional.empty();

  @Override
  public String name() {
    return "OpenCTI's ingester";
  }

  @Override
  public int limit() {
    return 500;
  }

  @Override
  public boolean remembers() {
    return true;
  }

  @Override
  public void poll(Feed feed) throws Exception {
    Page page = tick(feed);
    while (page.more()) {
      page = tick(feed);
    }
  }

  private Page tick(Feed feed) throws Exception {
    String token = next.map(text -> "next=" + text + "&").orElse("");
    Page page = feed.take(ask(feed, token + "added_after=" + after));
    next = page.objects().isEmpty() ? Optional.empty() : page.next();
    if (next.isEmpty()) {
      after =
          page.last()
              .map(text -> text.substring(0, "2026-01-01T00:00:00.000".length()) + "Z")
              .orElse(after);
    }
    return page;
  }

  private static Ask ask(Feed feed, String query) {
    return Ask.of("GET", feed.path() + "objects/?" + query)
        .with("Accept", Feed.TAXII)
        .with("Authorization", "Bearer " + feed.secret());
  }
}
