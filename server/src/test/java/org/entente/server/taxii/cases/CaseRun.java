// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.taxii.cases;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.entente.server.HttpCaller.Ask;
import org.entente.server.HttpCaller.Header;
import org.entente.server.HttpCaller.Reply;
import org.entente.server.RunningServer;
import org.jspecify.annotations.Nullable;

/** One case, step by step, on a running server. */
final class CaseRun {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final RunningServer server;
  private final Users users;
  private final Names names;
  private final Map<String, JsonNode> remembered = new HashMap<>();

  CaseRun(RunningServer server, Users users, Names names) {
    this.server = server;
    this.users = users;
    this.names = names;
  }

  /**
   * Makes the collections of the case and does its steps.
   *
   * @param collection the id of its own collection
   * @param second the id of the other one, where it has one
   */
  void run(CaseFile.Case one, String collection, String second) throws Exception {
    make(one.collection() == null ? JSON.objectNode() : one.collection(), collection, "");
    if (one.second() != null) {
      make(one.second(), second, "2");
    }
    names.set("now", server.now().toString());
    names.set("salt", collection.substring(0, 8));
    names.set("long", "x".repeat(100_000));
    users.secrets().forEach((user, secret) -> names.set("secret-" + user, secret));
    for (JsonNode step : one.steps()) {
      step(CaseFile.STRICT.treeToValue(step, Step.class));
    }
  }

  private void make(ObjectNode fields, String id, String suffix) throws Exception {
    ObjectNode usual = JSON.objectNode().put("kind", "Collection").put("id", id);
    usual.put("validation", "lenient");
    usual.put("api_root", "exchange").put("title", "Case " + id);
    usual.put("accepts", "RED").put("unmarked", "GREEN").put("history", "all");
    usual.set("readers", orgs("vendor", "partner", "soc", "bank"));
    usual.set("writers", orgs("vendor", "partner", "sensor"));
    usual.setAll(fields);
    names.set("c" + suffix, id);
    names.set("C" + suffix, "/" + usual.path("api_root").asText() + "/collections/" + id + "/");
    server.apply(JSON.arrayNode().add(usual).toString());
  }

  private static ArrayNode orgs(String... members) {
    ArrayNode terms = JSON.arrayNode();
    for (String member : members) {
      terms.addObject().put("org", member);
    }
    return terms;
  }

  private void step(Step step) throws Exception {
    if (step instanceof Step.Request request) {
      List<String> each = Objects.requireNonNullElse(request.each(), List.of(""));
      for (String one : each) {
        names.set("each", names.resolve(one));
        request(request);
      }
    } else if (step instanceof Step.Push push) {
      push(push);
    } else if (step instanceof Step.Drain drain) {
      drain(drain);
    } else if (step instanceof Step.Later later) {
      server.later(Duration.parse(later.later()));
    } else if (step instanceof Step.Restart) {
      server.restart();
    } else if (step instanceof Step.Apply apply) {
      server.apply(names.resolve(apply.apply()).toString());
    }
  }

  private void request(Step.Request request) throws Exception {
    Ask ask = new Asking(users, names).ask(request);
    boolean administers = "admin".equals(request.as());
    Reply answer = administers ? server.administer(ask) : server.ask(ask);
    assertThat(answer.status())
        .as("%s: %s", ask.target(), Asking.plain(answer))
        .isEqualTo(request.status());
    Reply reply = answer.status() == 202 ? server.settled(ask, answer) : answer;
    String plain = Asking.plain(reply);
    String what = ask.method() + " " + ask.target() + " answered " + reply.status() + ": " + plain;
    JsonNode body =
        administers
            ? CaseFile.STRICT.readTree(plain)
            : Always.check(ask.method(), ask.target(), reply, plain);
    headers(request, reply, what);
    if (request.answer() != null) {
      Template.check(names.resolve(request.answer()), body, what);
    }
    orEmpty(request.has())
        .forEach(
            (path, part) -> Template.check(names.resolve(part), Template.at(body, path), what));
    if (request.ids() != null) {
      assertThat(ids(body)).as(what).isEqualTo(ids(request.ids()));
    }
    for (String text : Objects.requireNonNullElse(request.contains(), List.<String>of())) {
      assertThat(plain).contains(names.resolve(text));
    }
    for (String text : Objects.requireNonNullElse(request.lacks(), List.<String>of())) {
      assertThat(reply.headers() + plain).doesNotContain(names.resolve(text));
    }
    keep(request, reply, body, what);
  }

  private static <T> Map<String, T> orEmpty(@Nullable Map<String, T> map) {
    return map == null ? Map.of() : map;
  }

  private void headers(Step.Request request, Reply reply, String what) {
    orEmpty(request.answerHeaders())
        .forEach(
            (name, wanted) -> {
              List<String> lines = reply.headers().getAll(name);
              if (wanted.isNull()) {
                assertThat(lines).as("%s of %s", name, what).isEmpty();
              } else if (wanted.isArray()) {
                ArrayNode all = JSON.arrayNode();
                lines.forEach(all::add);
                Template.check(names.resolve(wanted), all, name);
              } else {
                assertThat(lines).as("%s of %s", name, what).hasSize(1);
                Template.check(names.resolve(wanted), JSON.textNode(lines.get(0)), name);
              }
            });
  }

  private void keep(Step.Request request, Reply reply, JsonNode body, String what) {
    orEmpty(request.keep())
        .forEach(
            (name, from) -> {
              String kept =
                  from.startsWith("header ")
                      ? reply.headers().get(from.substring(7))
                      : Template.at(body, from).asText("");
              assertThat(kept).as("%s of %s", from, what).isNotEmpty();
              names.set(name, kept);
            });
    JsonNode bare = body.deepCopy();
    if (bare instanceof ObjectNode object) {
      object.remove("error_id");
    }
    if (request.remember() != null) {
      remembered.put(request.remember(), bare);
    }
    if (request.like() != null) {
      assertThat(bare).as(what).isEqualTo(remembered.get(request.like()));
    }
  }

  private void push(Step.Push push) throws Exception {
    Reply reply =
        server.push(
            with(
                    Ask.of("POST", names.resolve("{C}objects/"))
                        .with("Accept", Asking.TAXII)
                        .with("Content-Type", Asking.TAXII),
                    Objects.requireNonNullElse(push.pusher(), "rw"))
                .body(JSON.objectNode().set("objects", objects(push.push())).toString()));
    JsonNode status = CaseFile.STRICT.readTree(reply.text());
    assertThat(status.path("failure_count").asInt(-1)).as(reply.text()).isZero();
    assertThat(status.path("status").asText()).isEqualTo("complete");
  }

  /** A list of objects, or how many numbered indicators. */
  private JsonNode objects(JsonNode pushed) {
    if (!pushed.isInt()) {
      return names.resolve(pushed);
    }
    ArrayNode all = JSON.arrayNode();
    for (int i = 1; i <= pushed.asInt(); i++) {
      all.add(names.object(String.valueOf(i)));
    }
    return all;
  }

  private Ask with(Ask ask, String user) {
    Ask shown = ask;
    for (Header header : users.headers(user, null)) {
      shown = shown.with(header.name(), header.value());
    }
    return shown;
  }

  private void drain(Step.Drain drain) throws Exception {
    String first = names.resolve(drain.drain());
    String glue = first.contains("?") ? "&" : "?";
    List<String> found = new ArrayList<>();
    String more = "";
    int requests = 0;
    do {
      Ask ask = with(Ask.of("GET", first + more).with("Accept", Asking.TAXII), drain.reader());
      Reply reply = server.ask(ask);
      assertThat(reply.status()).as(reply.text()).isEqualTo(200);
      JsonNode body = Always.check("GET", first, reply, reply.text());
      found.addAll(ids(body));
      requests++;
      String last = reply.headers().get("X-TAXII-Date-Added-Last");
      more =
          !body.path("more").asBoolean()
              ? ""
              : glue
                  + (drain.follow().equals("next")
                      ? "next=" + body.path("next").asText()
                      : "added_after=" + last);
    } while (!more.isEmpty() && requests <= drain.requests());
    assertThat(found).isEqualTo(ids(drain.finds()));
    assertThat(requests).isEqualTo(drain.requests());
  }

  private static List<String> ids(JsonNode body) throws JsonProcessingException {
    List<String> ids = new ArrayList<>();
    body.path("objects").forEach(one -> ids.add(one.path("id").asText()));
    return ids;
  }

  /** Ids of objects by name; {@code "1..30"} stands for numbered ones. */
  private List<String> ids(List<String> named) {
    List<String> ids = new ArrayList<>();
    for (String name : named) {
      int dots = name.indexOf("..");
      if (dots < 0) {
        ids.add(names.object(name).path("id").asText());
        continue;
      }
      int end = Integer.parseInt(name.substring(dots + 2));
      for (int i = Integer.parseInt(name.substring(0, dots)); i <= end; i++) {
        ids.add(names.object(String.valueOf(i)).path("id").asText());
      }
    }
    return ids;
  }
}
