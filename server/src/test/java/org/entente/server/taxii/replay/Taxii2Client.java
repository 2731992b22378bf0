// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.taxii.replay;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.entente.server.HttpCaller.Ask;

/**
 * taxii2-client 2.3.0, {@code as_pages}: filters again with each {@code next}, a shrinking limit.
 */
final class Taxii2Client implements FieldClient {
  private final int perRequest;
  private Optional<String> after = Optional.empty();

  /**
   * A client.
   *
   * @param perRequest 0 asks without a limit
   */
  Taxii2Client(int perRequest) {
    this.perRequest = perRequest;
  }

  @Override
  public String name() {
    return "taxii2-client by " + perRequest;
  }

  @Override
  public int limit() {
    return perRequest == 0 ? 500 : perRequest;
  }

  @Override
  public boolean remembers() {
    return true;
  }

  @Override
  public void poll(Feed feed) throws Exception {
    String filters = "match%5Btype%5D=indicator%2Crelationship";
    if (after.isPresent()) {
      filters = "added_after=" + encoded(after.get()) + "&" + filters;
    }
    String first = perRequest == 0 ? "" : "limit=" + perRequest + "&";
    Page page = feed.take(ask(feed, first + filters));
    while (true) {
      after = page.last().or(() -> after);
      if (!page.more()) {
        return;
      }
      String next = encoded(page.next().orElseThrow());
      page =
          feed.take(ask(feed, "limit=" + page.objects().size() + "&next=" + next + "&" + filters));
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static Ask ask(Feed feed, String query) {
    return Ask.of("GET", feed.path() + "objects/?" + query)
        .with("User-Agent", "taxii2-client/2.3.0")
        .with("Accept", Feed.TAXII)
        .with("Connection", "keep-alive")
        .with("Authorization", "Basic " + feed.basic());
  }
}
