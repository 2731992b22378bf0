// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.taxii.replay;

import java.util.Optional;
import org.entente.server.HttpCaller.Ask;

/** MISP's browsing of a TAXII server: a scheme in small letters, a connection for each page. */
final class Misp implements FieldClient {
  @Override
  public String name() {
    return "MISP";
  }

  @Override
  public int limit() {
    return 50;
  }

  @Override
  public boolean remembers() {
    return false;
  }

  @Override
  public void poll(Feed feed) throws Exception {
    Optional<String> next = Optional.empty();
    do {
      String token = next.map(text -> "&next=" + text).orElse("");
      next = feed.take(ask(feed, "?limit=50" + token)).next();
    } while (next.isPresent());
  }

  private static Ask ask(Feed feed, String query) {
    return Ask.of("GET", feed.path() + "objects/" + query)
        .with("User-Agent", "CakePHP")
        .with("Connection", "close")
        .with("Accept", Feed.TAXII)
        .with("Content-type", Feed.TAXII)
        .with("Authorization", "basic " + feed.basic());
  }
}
