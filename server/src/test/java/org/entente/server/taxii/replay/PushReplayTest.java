// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.taxii.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.entente.server.HttpCaller.Ask;
import org.entente.server.HttpCaller.Reply;
import org.entente.server.RunningServer;
import org.entente.server.taxii.cases.CaseFile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** Clients in the field push, each in its own way: all of it is stored, and stored once. */
@TestInstance(Lifecycle.PER_CLASS)
class PushReplayTest {
  private static final String STIX = "application/stix+json; version=2.1";
  private static final String BUNDLE = "bundle--91a7b528-80eb-42ed-a74d-c6fbd5a26116";

  private RunningServer server;
  private String secret;
  private String path;
  private String tag;

  @BeforeAll
  void start(@TempDir Path folder) throws Exception {
    server = RunningServer.start(folder, CaseFile.text("server.yaml"));
    server.apply(CaseFile.text("community.yaml"));
    secret = server.issue("vendor/feed");
  }

  @BeforeEach
  void collection(TestInfo test) throws Exception {
    tag = "%08x".formatted(test.getDisplayName().hashCode());
    String id = tag + "-0000-4000-9000-000000000000";
    path = "/small/collections/" + id + "/";
    JsonArray vendor = new JsonArray().add(new JsonObject().put("org", "vendor"));
    server.apply(
        new JsonArray()
            .add(
                new JsonObject()
                    .put("kind", "Collection")
                    .put("id", id)
                    .put("api_root", "small")
                    .put("title", "Pushed " + tag)
                    .put("readers", vendor)
                    .put("writers", vendor)
                    .put("unmarked", "GREEN"))
            .encode());
  }

  @AfterAll
  void stop() throws Exception {
    server.close();
  }

  private JsonObject indicator(int number) {
    return new JsonObject()
        .put("type", "indicator")
        .put("spec_version", "2.1")
        .put("id", "indicator--%s-0000-4000-8000-%012x".formatted(tag, number))
        .put("created", "2026-01-01T00:00:00.000Z")
        .put("modified", "2026-01-01T00:00:00.000Z")
        .put("pattern", "[ipv4-addr:value = '198.51.100." + number + "']")
        .put("pattern_type", "stix")
        .put("valid_from", "2026-01-01T00:00:00Z");
  }

  private static JsonObject envelope(List<JsonObject> objects) {
    return new JsonObject().put("objects", new JsonArray(objects));
  }

  private Ask with(Ask ask) {
    return ask.with("Accept", Feed.TAXII).with("Authorization", "Bearer " + secret);
  }

  private JsonObject get(String target) throws Exception {
    Reply reply = server.ask(with(Ask.of("GET", target)));
    assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    return new JsonObject(reply.text());
  }

  /** Pushes, and holds the last status to what taxii2-client 2.3.0 demands of one. */
  private JsonObject push(String type, JsonObject body) throws Exception {
    Ask ask =
        with(Ask.of("POST", path + "objects/")).with("Content-Type", type).body(body.encode());
    Reply first = server.ask(ask);
    assertThat(first.status()).as(first.text()).isEqualTo(202);
    JsonObject status = new JsonObject(server.settled(ask, first).text());
    int sum = 0;
    for (String kind : List.of("success", "failure", "pending")) {
      int count = status.getInteger(kind + "_count");
      String list = kind + (kind.equals("success") ? "es" : "s");
      assertThat(status.getJsonArray(list, new JsonArray()).size()).as(list).isIn(0, count);
      sum += count;
    }
    assertThat(status.getInteger("total_count")).isEqualTo(sum);
    assertThat(get("/small/status/" + status.getString("id") + "/")).isEqualTo(status);
    return status;
  }

  private List<String> stored() throws Exception {
    return get(path + "objects/").getJsonArray("objects", new JsonArray()).stream()
        .map(object -> ((JsonObject) object).getString("id"))
        .toList();
  }

  private List<JsonObject> indicators(int count) {
    return IntStream.range(0, count).mapToObj(this::indicator).toList();
  }

  private static List<String> ids(List<JsonObject> objects) {
    return objects.stream().map(object -> object.getString("id")).toList();
  }

  @Test
  void misp_cuttingEnvelopesToWhatTheRootTakes_losesNothing() throws Exception {
    int most = get("/small/").getInteger("max_content_length");
    assertThat(get(path).getBoolean("can_write")).isTrue();
    List<JsonObject> all = indicators(40);
    List<JsonObject> chunk = new ArrayList<>();
    int requests = 0;
    for (JsonObject object : all) {
      chunk.add(object);
      if (envelope(chunk).toBuffer().length() > most) {
        chunk.remove(chunk.size() - 1);
        assertThat(push(Feed.TAXII, envelope(chunk)).getInteger("success_count"))
            .isEqualTo(chunk.size());
        chunk = new ArrayList<>(List.of(object));
        requests++;
      }
    }
    push(Feed.TAXII, envelope(chunk));

    assertThat(requests).isGreaterThan(1);
    assertThat(stored()).isEqualTo(ids(all));
  }

  @Test
  void openCti_aBundleForEachObject_isStoredOnceHoweverOftenItIsSent() throws Exception {
    List<JsonObject> all = indicators(12);
    for (int round = 0; round < 2; round++) {
      for (JsonObject object : all) {
        JsonObject bundle =
            envelope(List.of(object))
                .put("type", "bundle")
                .put("id", BUNDLE)
                .put("spec_version", "2.1");
        assertThat(push(STIX, bundle).getInteger("success_count")).isEqualTo(1);
      }
    }

    assertThat(stored()).isEqualTo(ids(all));
    assertThat(get(path + "manifest/?match[version]=all").getJsonArray("objects")).hasSize(12);
  }

  @Test
  void splunkCtis_aBundleWithAGrouping_isStored() throws Exception {
    List<JsonObject> all = new ArrayList<>(indicators(3));
    JsonObject grouping =
        new JsonObject()
            .put("type", "grouping")
            .put("spec_version", "2.1")
            .put("id", "grouping--" + tag + "-0000-4000-8000-000000000001")
            .put("created", "2026-01-01T00:00:00.000Z")
            .put("modified", "2026-01-01T00:00:00.000Z")
            .put("context", "suspicious-activity")
            .put("object_refs", new JsonArray(ids(all)));
    all.add(0, grouping);

    JsonObject status = push(Feed.TAXII, envelope(all).put("type", "bundle").put("id", BUNDLE));

    assertThat(status.getInteger("success_count")).isEqualTo(4);
    assertThat(stored()).containsExactlyInAnyOrderElementsOf(ids(all));
  }

  @Test
  void flare_anEnvelopeWithABadObject_learnsWhich() throws Exception {
    List<JsonObject> all = new ArrayList<>(indicators(2));
    all.add(new JsonObject().put("type", "indicator").put("id", "indicator--x"));

    JsonObject status = push(Feed.TAXII, envelope(all));

    JsonObject failure = status.getJsonArray("failures").getJsonObject(0);
    assertThat(failure.getString("id")).isEqualTo("indicator--x");
    assertThat(failure.getString("message")).startsWith("/objects/2/id: ");
    assertThat(stored()).isEqualTo(ids(indicators(2)));
  }

  @Test
  void curl_withTheTypeOfAForm_isToldTheRightHeader() throws Exception {
    Reply reply =
        server.ask(
            with(Ask.of("POST", path + "objects/"))
                .with("Content-Type", "application/x-www-form-urlencoded")
                .body(envelope(indicators(1)).encode()));

    assertThat(reply.status()).isEqualTo(415);
    assertThat(reply.text()).contains("Content-Type: application/taxii+json;version=2.1");
    assertThat(stored()).isEmpty();
  }
}
