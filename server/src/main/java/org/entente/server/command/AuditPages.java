// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.command;

import io.vertx.core.json.JsonObject;
import java.util.function.Consumer;

/** Every audit record of a server, page by page. */
final class AuditPages {
  private AuditPages() {}

  static void each(AdminClient client, long after, Consumer<JsonObject> record) {
    String next = "&after=" + after;
    while (!next.isEmpty()) {
      JsonObject page = client.get("/admin/v1/audit?limit=1000" + next).need();
      for (Object found : page.getJsonArray("items")) {
        record.accept((JsonObject) found);
      }
      String cursor = page.getString("next", "");
      next = cursor.isEmpty() ? "" : "&next=" + AdminClient.encoded(cursor);
    }
  }
}
