// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.taxii.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.entente.server.HttpCaller.Ask;
import org.entente.server.HttpCaller.Reply;
import org.entente.server.RunningServer;

/** A collection that a vendor fills while clients read it; three objects of ten are hidden. */
final class Source {
  private static final String RED = "marking-definition--e828b379-4e03-4974-9ac4-e53a884c97c1";
  private static final int AT_ONCE = 150;

  private final RunningServer server;
  private final String secret;
  private final int number;
  private final List<String> visible = new ArrayList<>();
  private int made;

  /**
   * A new collection.
   *
   * @param secret of the vendor's credential
   * @param number tells it from others
   */
  Source(RunningServer server, String secret, int number) throws Exception {
    this.server = server;
    this.secret = secret;
    this.number = number;
    JsonObject collection =
        new JsonObject()
            .put("kind", "Collection")
            .put("id", id())
            .put("api_root", "exchange")
            .put("title", "Source " + number)
            .put("readers", new JsonArray().add(org("vendor")).add(org("soc")))
            .put("writers", new JsonArray().add(org("vendor")))
            .put("accepts", "RED")
            .put("unmarked", "GREEN")
            .put("history", "all");
    server.apply(new JsonArray().add(collection).encode());
  }

  private static JsonObject org(String member) {
    return new JsonObject().put("org", member);
  }

  private String id() {
    return "%08x-0000-4000-9000-000000000000".formatted(number);
  }

  String path() {
    return "/exchange/collections/" + id() + "/";
  }

  /** Adds so many objects that others see, and the hidden ones among them. */
  void add(int shown) throws Exception {
    JsonArray objects = new JsonArray();
    int wanted = visible.size() + shown;
    while (visible.size() < wanted) {
      boolean hidden = made % 10 == 0 || made % 10 == 3 || made % 10 == 6;
      JsonObject object = object(made++, "2026-01-01T00:00:00.000Z");
      if (hidden) {
        object.put("object_marking_refs", new JsonArray().add(RED));
      } else {
        visible.add(Feed.name(object));
      }
      objects.add(object);
    }
    push(objects);
  }

  /** Adds a version of the second object, which others see, and that is its last from now on. */
  void change(String modified) throws Exception {
    JsonObject newer = object(1, modified);
    visible.removeIf(name -> name.startsWith(newer.getString("id")));
    visible.add(Feed.name(newer));
    push(new JsonArray().add(newer));
  }

  private JsonObject object(int index, String modified) {
    return new JsonObject()
        .put("type", "indicator")
        .put("spec_version", "2.1")
        .put("id", "indicator--%08x-0000-4000-8000-%012x".formatted(number, index))
        .put("created", "2026-01-01T00:00:00.000Z")
        .put("modified", modified)
        .put("pattern", "[ipv4-addr:value = '198.51.100." + index % 256 + "']")
        .put("pattern_type", "stix")
        .put("valid_from", "2026-01-01T00:00:00Z");
  }

  private void push(JsonArray objects) throws Exception {
    for (int from = 0; from < objects.size(); from += AT_ONCE) {
      JsonArray some = new JsonArray();
      for (int i = from; i < Math.min(objects.size(), from + AT_ONCE); i++) {
        some.add(objects.getJsonObject(i));
      }
      server.later(Duration.ofMillis(20));
      Reply reply =
          server.push(
              Ask.of("POST", path() + "objects/")
                  .with("Authorization", "Bearer " + secret)
                  .with("Content-Type", Feed.TAXII)
                  .body(new JsonObject().put("objects", some).encode()));
      assertThat(new JsonObject(reply.text()).getInteger("success_count")).isEqualTo(some.size());
    }
  }

  /** Ids and latest versions that others see, in the order of their dates. */
  List<String> visible() {
    return List.copyOf(visible);
  }
}
