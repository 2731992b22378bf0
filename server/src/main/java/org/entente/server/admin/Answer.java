// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.admin;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;

/**
 * What a call answers.
 *
 * @param status the HTTP status
 * @param body JSON; empty for none
 */
record Answer(int status, Buffer body) {
  static Answer ok(JsonObject body) {
    return new Answer(200, body.toBuffer());
  }

  static Answer created(JsonObject body) {
    return new Answer(201, body.toBuffer());
  }

  static Answer noContent() {
    return new Answer(204, Buffer.buffer());
  }

  static Answer items(List<JsonObject> items) {
    return ok(new JsonObject().put("items", new JsonArray(items)));
  }
}
