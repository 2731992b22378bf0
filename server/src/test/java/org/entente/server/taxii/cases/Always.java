// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.taxii.cases;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.entente.server.HttpCaller.Reply;

/** What holds of every answer, whatever was asked. */
final class Always {
  private static final Set<String> ERROR =
      Set.of("title", "description", "error_id", "error_code", "http_status", "external_details");
  private static final Set<String> FIRST_AND_LAST =
      Set.of("X-TAXII-Date-Added-First", "X-TAXII-Date-Added-Last");

  private Always() {}

  /** Checks an answer, and gives its body as JSON; a missing node where there is none. */
  static JsonNode check(String method, String target, Reply reply, String plain) {
    assertThat(reply.status()).as("%s %s: %s", method, target, plain).isNotEqualTo(500);
    assertThat(reply.headers().getAll("Content-Type"))
        .as("Content-Type of %s", target)
        .containsExactly("application/taxii+json;version=2.1");
    assertThat(reply.headers().get("X-Request-Id")).isNotEmpty();
    JsonNode body = json(reply, plain);
    if (!body.isMissingNode()) {
      assertThat(body.isObject()).as(plain).isTrue();
      plainValues(body);
    }
    if (reply.status() >= 400) {
      error(reply, body);
    } else {
      feed(target.replaceAll("\\?.*", ""), method, reply, body);
    }
    if (body.has("total_count")) {
      status(body);
    }
    return body;
  }

  private static JsonNode json(Reply reply, String plain) {
    if (reply.body().length() == 0) {
      return MissingNode.getInstance();
    }
    try {
      if (reply.headers().get("Content-Encoding") == null) {
        var unused =
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(reply.body().getBytes()));
      }
      return CaseFile.STRICT.readTree(plain);
    } catch (CharacterCodingException | JsonProcessingException wrong) {
      throw new AssertionError("no I-JSON: " + plain, wrong);
    }
  }

  /** TAXII's own properties are neither null nor empty lists; what members sent may be. */
  private static void plainValues(JsonNode body) {
    body.properties()
        .forEach(
            property -> {
              assertThat(property.getValue().isNull()).as(property.getKey()).isFalse();
              if (property.getValue().isArray() && !property.getKey().equals("objects")) {
                assertThat(property.getValue().size()).as(property.getKey()).isPositive();
              }
            });
  }

  private static void error(Reply reply, JsonNode body) {
    if (body.isMissingNode()) {
      return;
    }
    assertThat(ERROR).containsAll(body::fieldNames);
    assertThat(body.path("title").asText()).isNotEmpty();
    assertThat(body.path("error_id").asText()).isNotEmpty();
    assertThat(body.path("http_status").isTextual()).isTrue();
    assertThat(body.path("http_status").asText()).isEqualTo(String.valueOf(reply.status()));
    assertThat(reply.headers().contains("WWW-Authenticate")).isEqualTo(reply.status() == 401);
    assertThat(reply.headers().contains("Allow")).isEqualTo(reply.status() == 405);
    assertThat(reply.headers().contains("Location")).isFalse();
  }

  private static void feed(String path, String method, Reply reply, JsonNode body) {
    boolean paged = path.matches(".*/(manifest|objects(/[^/]+(/versions)?)?)/?");
    for (String name : FIRST_AND_LAST) {
      String date = reply.headers().get(name);
      if (date != null) {
        assertThat(date).as(name).matches(Template.TIMESTAMP);
        assertThat(paged && !method.equals("POST") && !method.equals("DELETE")).as(path).isTrue();
      }
    }
    if (!paged || body.isMissingNode() || method.equals("POST")) {
      return;
    }
    int shown = body.path("objects").size() + body.path("versions").size();
    boolean more = body.path("more").asBoolean();
    assertThat(body.path("next").isTextual()).as("`next` with `more` only").isEqualTo(more);
    assertThat(more && shown == 0).as("more to come after an empty page").isFalse();
    assertThat(reply.headers().contains("X-TAXII-Date-Added-Last") || shown == 0).isTrue();
    assertThat(body.has("type")).as("a bundle").isFalse();
    body.path("objects").forEach(one -> assertThat(one.path("type")).isNotEqualTo("bundle"));
  }

  private static void status(JsonNode body) {
    long sum = 0;
    for (String kind : Set.of("success", "failure", "pending")) {
      long count = body.path(kind + "_count").asLong(-1);
      String list = kind + (kind.equals("success") ? "es" : "s");
      assertThat(count).as(kind).isNotNegative();
      assertThat(body.path(list).size()).as(list).isIn(0, (int) count);
      body.path(list).forEach(one -> assertThat(one.path("version").asText()).isNotEmpty());
      sum += count;
    }
    assertThat(sum).isEqualTo(body.path("total_count").asLong());
    assertThat(body.path("status").asText()).isIn("complete", "pending");
  }
}
