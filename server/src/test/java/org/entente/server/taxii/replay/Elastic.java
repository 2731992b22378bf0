// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.taxii.replay;

import java.util.Optional;
import org.entente.server.HttpCaller.Ask;

/**
 * Elastic's Custom Threat Intelligence: follows {@code next} without looking at {@code more}, drops
 * its other parameters on the way, and keeps the last header; without one it begins anew.
 */
final class Elastic implements FieldClient {
  private final boolean interval;
  private Optional<String> cursor = Optional.empty();

  /**
   * An agent.
   *
   * @param interval whether it has an initial interval; without one it loads everything each time
   */
  Elastic(boolean interval) {
    this.interval = interval;
  }

  @Override
  public String name() {
    return "Elastic " + (interval ? "with" : "without") + " an initial interval";
  }

  @Override
  public int limit() {
    return interval ? 100 : 500;
  }

  @Override
  public boolean remembers() {
    return interval;
  }

  @Override
  public void poll(Feed feed) throws Exception {
    String first = "?added_after=" + cursor.orElse("2026-01-01T00:00:00Z") + "&limit=100";
    Page page = feed.take(ask(feed, interval ? first : ""));
    cursor = page.last();
    while (page.next().isPresent()) {
      page = feed.take(ask(feed, "?next=" + page.next().get() + (interval ? "&limit=100" : "")));
      cursor = page.last();
    }
  }

  private static Ask ask(Feed feed, String query) {
    return Ask.of("GET", feed.path() + "objects/" + query)
        .with("Accept", "application/taxii+json")
        .with("Content-Type", "application/taxii+json")
        .with("Authorization", "Bearer " + feed.secret());
  }
}
