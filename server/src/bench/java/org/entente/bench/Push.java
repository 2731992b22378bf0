// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.bench;

import io.vertx.core.json.JsonObject;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Posts envelopes and waits for each to be complete. Counts objects. */
final class Push implements Script {
  /**
   * An envelope to push.
   *
   * @param request whole
   * @param objects how many it holds
   */
  record Item(byte[] request, int objects) {}

  private final Supplier<@Nullable Item> items;
  private final String authorization;
  private final String root;
  private Item item = new Item(new byte[0], 0);
  private String pending = "";

  /**
   * Pushes what is supplied.
   *
   * @param collection its path
   * @param items null when there is none left
   */
  Push(String collection, String authorization, Supplier<@Nullable Item> items) {
    root = collection.substring(0, collection.indexOf("collections/"));
    this.authorization = authorization;
    this.items = items;
  }

  @Override
  public byte @Nullable [] next() {
    if (!pending.isEmpty()) {
      return Requests.get(root + "status/" + pending + "/", authorization, false);
    }
    Item next = items.get();
    if (next == null) {
      return null;
    }
    item = next;
    return next.request();
  }

  @Override
  public boolean keepsBody() {
    return true;
  }

  @Override
  public int judge(Answer answer) {
    if (answer.status() != (pending.isEmpty() ? 202 : 200)) {
      throw new BenchFailure("a push was answered with " + answer.said());
    }
    JsonObject status = new JsonObject(answer.text());
    if (status.getString("status").equals("pending")) {
      pending = status.getString("id");
      return 0;
    }
    pending = "";
    if (status.getInteger("success_count") != item.objects()) {
      throw new BenchFailure("an object was refused: " + answer.said());
    }
    return item.objects();
  }
}
