// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.taxii.replay;

import io.vertx.core.json.JsonObject;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.entente.server.HttpCaller.Ask;

/**
 * Cortex XSOAR: asks for what was added after the greatest {@code modified} it saw, and so reads
 * old objects again; a memory of ids spares it the doubles. Stops at an empty page.
 */
final class Xsoar implements FieldClient {
  private final Set<String> known = new HashSet<>();
  private String after = "1970-01-01T00:00:00.000000Z";

  @Override
  public String name() {
    return "Cortex XSOAR";
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
    String filters =
        "limit=100&added_after=" + after + "&match[type]=indicator,relationship,malware,report";
    Page page = feed.take(ask(feed, filters));
    while (true) {
      page.objects().stream().map(JsonObject::encode).forEach(known::add);
      Optional<String> greatest = page.greatestModified();
      after = greatest.filter(found -> found.compareTo(after) > 0).orElse(after);
      if (!page.more() || page.objects().isEmpty()) {
        return;
      }
      page = feed.take(ask(feed, filters + "&next=" + page.next().orElseThrow()));
    }
  }

  private static Ask ask(Feed feed, String query) {
    return Ask.of("GET", feed.path() + "objects/?" + query)
        .with("Accept", Feed.TAXII)
        .with("Authorization", "Token " + feed.secret());
  }
}
