// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.admin.rest;

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
public record Answer(int status, Buffer body) {
  /** What was asked for. */
  public static Answer ok(JsonObject body) {
    return new Answer(200, body.toBuffer());
  }

  /** Something new. */
  public static Answer created(JsonObject body) {
    return new Answer(201, body.toBuffer());
  }

  /** Done, and nothing to say. */
  public static Answer noContent() {
    return new Answer(204, Buffer.buffer());
  }

  /** A list that is whole. */
  public static Answer items(List<JsonObject> items) {
    return ok(new JsonObject().put("items", new JsonArray(items)));
  }
}
