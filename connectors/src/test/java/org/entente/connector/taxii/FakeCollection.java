// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.connector.taxii;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** One collection under {@code /r/}, served as differently as servers in the field do it. */
public final class FakeCollection implements Handler<HttpServerRequest> {
  /** How a server lets a client go on. */
  public enum Paging {
    /** A token that holds the place. */
    TOKEN,
    /** One token for a whole walk; each request with it uses up a page. */
    USED_UP,
    /** {@code more} and the date headers only. */
    BY_TIME
  }

  public static final String ID = "91a7b528-80eb-42ed-a74d-c6fbd5a26116";

  /**
   * An object and when it was added.
   *
   * @param json its bytes as text
   * @param added microseconds since 2026-01-01T00:00:00Z
   */
  public record Row(String json, long added) {}

  public final List<Row> rows = new CopyOnWriteArrayList<>();
  public Paging paging = Paging.TOKEN;
  public boolean inclusive;
  public boolean dates = true;
  public int cap = 1000;
  public long maxContentLength = 10_000;
  public boolean canWrite = true;

  /** Decides what a posted object's fate is: a failure message, or nothing. */
  public java.util.function.Function<String, Optional<String>> judge = json -> Optional.empty();

  /** What makes the server refuse a whole envelope; nothing when empty. */
  public String poison = "";

  /** How many objects of a submission the status does not count at all. */
  public int forgotten;

  /** How often a status is asked before it is complete. */
  public int pendingPolls;

  public final List<String> policies = new CopyOnWriteArrayList<>();
  private final Map<String, List<Row>> walks = new HashMap<>();
  private final Map<String, JsonObject> statuses = new HashMap<>();
  private final Map<String, Integer> polls = new HashMap<>();

  public static String object(int number) {
    return "{ \"type\":\"indicator\",  \"id\":\"indicator--%08d-0000-4000-8000-000000000000\", \"n\":%d.0 }"
        .formatted(number, number);
  }

  /** Adds an object a microsecond after the last. */
  public void add(String json) {
    rows.add(new Row(json, rows.isEmpty() ? 1 : rows.get(rows.size() - 1).added() + 1));
  }

  public static String time(long added) {
    return Instant.parse("2026-01-01T00:00:00Z")
        .plusNanos(added * 1000)
        .toString()
        .replaceFirst("(\\.\\d+)?Z$", ".%06dZ".formatted(added % 1_000_000));
  }

  @Override
  public void handle(HttpServerRequest request) {
    String path = request.path();
    if (path.equals("/r/")) {
      answer(
          request,
          200,
          new JsonObject().put("title", "r").put("max_content_length", maxContentLength));
    } else if (path.equals("/r/collections/" + ID + "/")) {
      answer(
          request,
          200,
          new JsonObject()
              .put("id", ID)
              .put("title", "c")
              .put("can_read", true)
              .put("can_write", canWrite));
    } else if (path.equals("/r/collections/" + ID + "/objects/")) {
      if (request.method().equals(HttpMethod.POST)) {
        request.body().onSuccess(body -> post(request, body));
      } else {
        page(request);
      }
    } else if (path.equals("/r/collections/" + ID + "/manifest/")) {
      manifest(request);
    } else if (path.startsWith("/r/status/")) {
      status(request, path.split("/")[3]);
    } else {
      answer(request, 404, new JsonObject().put("title", "not found"));
    }
  }

  private List<Row> selected(HttpServerRequest request) {
    String after = request.getParam("added_after");
    String types = request.getParam("match[type]");
    String ids = request.getParam("match[id]");
    return rows.stream()
        .filter(
            row ->
                after == null
                    || time(row.added()).compareTo(after) > 0
                    || (inclusive && time(row.added()).equals(after)))
        .filter(
            row ->
                types == null
                    || List.of(types.split(","))
                        .contains(new JsonObject(row.json()).getString("type")))
        .filter(
            row ->
                ids == null
                    || List.of(ids.split(",")).contains(new JsonObject(row.json()).getString("id")))
        .toList();
  }

  private void page(HttpServerRequest request) {
    int limit = Math.min(cap, Integer.parseInt(request.getParam("limit", "1000")));
    String next = request.getParam("next");
    List<Row> rest = selected(request);
    if (next != null && paging == Paging.USED_UP) {
      rest = walks.getOrDefault(next, null);
    } else if (next != null) {
      long from = next.startsWith("t") ? Long.parseLong(next.substring(1)) : -1;
      rest = from < 0 ? null : rest.stream().filter(row -> rows.indexOf(row) >= from).toList();
    }
    if (rest == null) {
      answer(request, 400, new JsonObject().put("title", "the token is not known"));
      return;
    }
    List<Row> page = rest.subList(0, Math.min(limit, rest.size()));
    List<Row> left = rest.subList(page.size(), rest.size());
    StringBuilder body = new StringBuilder("{\"more\" : ").append(!left.isEmpty());
    if (!left.isEmpty() && paging != Paging.BY_TIME) {
      body.append(",\"next\":\"").append(token(next, page, left)).append('"');
    }
    if (!page.isEmpty()) {
      body.append(",\"objects\": [");
      body.append(String.join(" ,\n", page.stream().map(Row::json).toList())).append(']');
      if (dates) {
        request.response().putHeader("X-TAXII-Date-Added-First", time(page.get(0).added()));
        String last = time(page.get(page.size() - 1).added());
        request.response().putHeader("X-TAXII-Date-Added-Last", last);
      }
    }
    send(request, 200, body.append('}').toString());
  }

  private String token(String next, List<Row> page, List<Row> left) {
    if (paging == Paging.TOKEN) {
      return "t" + (rows.indexOf(page.get(page.size() - 1)) + 1);
    }
    String walk = next == null ? "walk" + walks.size() : next;
    walks.put(walk, new ArrayList<>(left));
    return walk;
  }

  /** Forgets every token, as a restart does. */
  public void forget() {
    walks.clear();
  }

  private void manifest(HttpServerRequest request) {
    int limit = Math.min(cap, Integer.parseInt(request.getParam("limit", "1000")));
    JsonArray entries = new JsonArray();
    selected(request).stream()
        .limit(limit)
        .forEach(row -> entries.add(new JsonObject().put("date_added", time(row.added()))));
    answer(request, 200, new JsonObject().put("objects", entries));
  }

  private void post(HttpServerRequest request, Buffer body) {
    policies.add(String.valueOf(request.getHeader("X-Exchange-Policy")));
    if (body.length() > maxContentLength) {
      answer(request, 413, new JsonObject().put("title", "too large"));
      return;
    }
    if (!poison.isEmpty() && body.toString().contains(poison)) {
      answer(request, 422, new JsonObject().put("title", "cannot be processed"));
      return;
    }
    JsonArray failures = new JsonArray();
    JsonArray objects = new JsonObject(body).getJsonArray("objects");
    for (Object each : objects) {
      JsonObject object = (JsonObject) each;
      Optional<String> failure = judge.apply(object.encode());
      if (failure.isPresent()) {
        failures.add(
            new JsonObject()
                .put("id", object.getString("id"))
                .put("version", "v")
                .put("message", failure.get()));
      } else {
        add(object.encode());
      }
    }
    JsonObject status =
        new JsonObject()
            .put("id", "s" + statuses.size())
            .put("status", "complete")
            .put("total_count", objects.size())
            .put("success_count", objects.size() - failures.size() - forgotten)
            .put("failure_count", failures.size())
            .put("pending_count", 0);
    if (!failures.isEmpty()) {
      status.put("failures", failures);
    }
    statuses.put(status.getString("id"), status);
    answer(request, 202, pendingPolls > 0 ? pending(status) : status);
  }

  private static JsonObject pending(JsonObject status) {
    return new JsonObject()
        .put("id", status.getString("id"))
        .put("status", "pending")
        .put("total_count", status.getInteger("total_count"))
        .put("success_count", 0)
        .put("failure_count", 0)
        .put("pending_count", status.getInteger("total_count"));
  }

  private void status(HttpServerRequest request, String id) {
    JsonObject status = statuses.get(id);
    int asked = polls.merge(id, 1, Integer::sum);
    answer(request, 200, asked >= pendingPolls ? status : pending(status));
  }

  private static void answer(HttpServerRequest request, int code, JsonObject body) {
    send(request, code, body.encode());
  }

  private static void send(HttpServerRequest request, int code, String body) {
    request
        .response()
        .setStatusCode(code)
        .putHeader("Content-Type", "application/taxii+json;version=2.1")
        .end(body);
  }
}
