// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.command;

import io.vertx.core.json.JsonObject;
import java.util.function.Consumer;

/** Every item of a list of the admin API, page by page. */
final class Items {
  private Items() {}

  /** Gives each item in order. {@code path} has the list and its query, without {@code limit}. */
  static void each(AdminClient client, String path, Consumer<JsonObject> item) {
    String page = path + (path.contains("?") ? "&" : "?") + "limit=1000";
    String next = "";
    do {
      JsonObject answer = client.get(page + next).need();
      for (Object found : answer.getJsonArray("items")) {
        item.accept((JsonObject) found);
      }
      String cursor = answer.getString("next", "");
      next = cursor.isEmpty() ? "" : "&next=" + AdminClient.encoded(cursor);
    } while (!next.isEmpty());
  }
}
