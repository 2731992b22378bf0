// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.taxii.replay;

import java.util.List;
import java.util.Optional;
import org.entente.server.HttpCaller.Ask;

/**
 * OpenCTI's TAXII 2 connector, which reads several collections in one run and leaks its token: the
 * {@code next} of one collection stands in the first request to the following one, and in the next
 * run beside the new date. Its date is its own clock at its last run.
 */
final class OpenCtiConnector {
  private Optional<String> leaked = Optional.empty();
  private Optional<String> lastRun = Optional.empty();

  void run(List<Feed> collections, int limit) throws Exception {
    String began = collections.get(0).clock();
    for (Feed feed : collections) {
      String date = lastRun.map(text -> "&added_after=" + text).orElse("");
      String token = leaked.map(text -> "&next=" + text).orElse("");
      Page page = feed.take(ask(feed, "limit=" + limit + date + token));
      while (page.more()) {
        leaked = page.next();
        page = feed.take(ask(feed, "limit=" + limit + "&next=" + leaked.orElseThrow()));
      }
    }
    lastRun = Optional.of(began);
  }

  private static Ask ask(Feed feed, String query) {
    return Ask.of("GET", feed.path() + "objects/?" + query)
        .with("User-Agent", "taxii2-client/2.3.0")
        .with("Accept", Feed.TAXII)
        .with("Authorization", "Token " + feed.secret());
  }
}
