// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.taxii.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;
import org.entente.server.HttpCaller.Reply;

/**
 * A page as clients take it.
 *
 * @param objects as parsed
 * @param more as said; false when left out
 * @param next as said
 * @param last the header with the date of the last object
 */
record Page(List<JsonObject> objects, boolean more, Optional<String> next, Optional<String> last) {
  static Page of(Reply reply) {
    assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    String type = reply.headers().get("Content-Type");
    // the test of taxii2-client 2.3.0, the strictest there is
    assertThat(type.split(";")).as(type).contains("application/taxii+json", "version=2.1");
    JsonObject body = new JsonObject(reply.text());
    return new Page(
        body.getJsonArray("objects", new JsonArray()).stream().map(JsonObject.class::cast).toList(),
        body.getBoolean("more", false),
        Optional.ofNullable(body.getString("next")),
        Optional.ofNullable(reply.headers().get("X-TAXII-Date-Added-Last")));
  }

  /** The greatest of the producers' own dates, which some clients take for the server's. */
  Optional<String> greatestModified() {
    return objects.stream().map(object -> object.getString("modified")).max(String::compareTo);
  }
}
