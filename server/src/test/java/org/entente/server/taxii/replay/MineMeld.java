// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.taxii.replay;

import static org.assertj.core.api.Assertions.assertThat;

import org.entente.server.HttpCaller.Ask;

/**
 * MineMeld: tries TAXII 2.0 and needs to be refused; knows no {@code next}, so that a collection
 * beyond its limit is read no further than a page at a poll.
 */
final class MineMeld implements FieldClient {
  private static final String OLD = "application/vnd.oasis.taxii+json; version=2.0";
  private static final String CURRENT = "application/taxii+json; version=2.1";

  private String after = "";

  @Override
  public String name() {
    return "MineMeld";
  }

  @Override
  public int limit() {
    return 100;
  }

  @Override
  public boolean remembers() {
    return false;
  }

  @Override
  public void poll(Feed feed) throws Exception {
    assertThat(feed.send(ask(feed, "/taxii2/", OLD)).status()).isEqualTo(406);
    assertThat(feed.send(ask(feed, "/taxii2/", CURRENT)).status()).isEqualTo(200);
    String from = after.isEmpty() ? "" : "&added_after=" + after;
    Page page = feed.take(ask(feed, feed.path() + "objects/?limit=100" + from, CURRENT));
    after = page.greatestModified().orElse(after);
  }

  private static Ask ask(Feed feed, String target, String accept) {
    return Ask.of("GET", target)
        .with("Accept", accept)
        .with("Authorization", "Basic " + feed.basic());
  }
}
