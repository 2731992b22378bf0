// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.admin.rest;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Pages of lists. The cursor is the last key that was given, so that a page never repeats one. */
public final class Cursor {
  /** The most items of a page. */
  public static final int MOST = 1000;

  private static final int OTHERWISE = 100;

  private Cursor() {}

  /** How many items a page is to have. */
  public static int limit(Query query) {
    return query.number("limit", 1, OTHERWISE, MOST);
  }

  /** The key that the page begins after; empty for the first. */
  public static String after(Query query) {
    String next = query.text("next").orElse("");
    try {
      return new String(Base64.getUrlDecoder().decode(next), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw Query.wrong("next", next, "what a page before it gave");
    }
  }

  /** As {@link #after}, for keys that count. */
  public static long afterNumber(Query query) {
    String key = after(query);
    if (key.isEmpty()) {
      return 0;
    }
    if (!key.matches("[0-9]{1,18}")) {
      throw Query.wrong("next", query.need("next"), "what a page before it gave");
    }
    return Long.parseLong(key);
  }

  /**
   * A page.
   *
   * @param found one more than the limit where there are more
   * @param limit how many are shown
   * @param key the key of each
   * @param shown the JSON of each
   */
  public static <T> Answer page(
      List<T> found, int limit, Function<T, String> key, Function<T, JsonObject> shown) {
    List<T> page = found.size() > limit ? found.subList(0, limit) : found;
    JsonArray items = new JsonArray(page.stream().map(shown).collect(Collectors.<Object>toList()));
    JsonObject body = new JsonObject().put("items", items);
    if (found.size() > limit) {
      byte[] last = key.apply(page.get(limit - 1)).getBytes(StandardCharsets.UTF_8);
      body.put("next", Base64.getUrlEncoder().withoutPadding().encodeToString(last));
    }
    return Answer.ok(body);
  }
}
