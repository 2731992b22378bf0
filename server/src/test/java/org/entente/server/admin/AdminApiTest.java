// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.util.Optional;
import org.entente.server.store.StoreException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AdminApiTest {

  private AdminServer server;

  @BeforeEach
  void start() throws Exception {
    server = new AdminServer();
  }

  @AfterEach
  void stop() throws Exception {
    server.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/admin/v1/apply", "/admin/v1/members", "/admin/openapi.json", "/admin/x"})
  void anything_withoutAToken_is401(String path) throws Exception {
    AdminServer.Reply none = server.send(HttpRequest.newBuilder(server.uri(path)));
    AdminServer.Reply wrong = server.send(server.request("nobody", path));

    assertThat(none.status()).isEqualTo(401);
    assertThat(none.header("WWW-Authenticate")).isEqualTo("Bearer realm=\"entente\"");
    assertThat(none.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(wrong.status()).isEqualTo(401);
    assertThat(wrong.json().getString("detail")).isEqualTo(none.json().getString("detail"));
    assertThat(server.exchange.asked).isEmpty();
  }

  @Test
  void anything_withBasicCredentials_is401() throws Exception {
    AdminServer.Reply reply =
        server.send(
            HttpRequest.newBuilder(server.uri("/admin/v1/members"))
                .header("Authorization", "Basic Zmlyc3Q6Zmlyc3Q="));

    assertThat(reply.status()).isEqualTo(401);
  }

  @ParameterizedTest
  @CsvSource({
    "otto, POST, /admin/v1/apply",
    "carl, POST, /admin/v1/apply",
    "otto, POST, /admin/v1/members/acme/credentials/soc/secrets",
    "carl, DELETE, /admin/v1/administrators/ana/secrets",
    "otto, GET, /admin/v1/explain",
    "carl, GET, /admin/v1/audit"
  })
  void call_withoutItsRole_is403(String token, String method, String path) throws Exception {
    AdminServer.Reply reply =
        server.send(
            server.request(token, path).method(method, HttpRequest.BodyPublishers.noBody()));

    assertThat(reply.status()).isEqualTo(403);
    assertThat(reply.json().getString("detail"))
        .startsWith("this takes one of the roles hub-admin");
    assertThat(server.exchange.asked).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/admin/v1/circles?limit=0 | parameter `limit` is a number from 1 to 1000, not `0`",
        "/admin/v1/circles?limit=x | parameter `limit` is a number from 1 to 1000, not `x`",
        "/admin/v1/circles?limit=1&limit=2 | parameter `limit` is there twice",
        "/admin/v1/circles?next=%C3%A4 | parameter `next` is what a page before it gave, not `ä`",
        "/admin/v1/gains?next=YQ | parameter `next` is what a page before it gave, not `YQ`",
        "/admin/v1/circles?at=now | parameter `at` is a time such as `2026-01-31T12:00:00Z`, not `now`",
        "/admin/v1/circles?at=%2B999999999-01-01T00:00:00Z | parameter `at` is a time such as `2026-01-31T12:00:00Z`, not `+999999999-01-01T00:00:00Z`",
        "/admin/v1/circles?colour=red | unknown parameter `colour`",
        "/admin/v1/explain?credential=a/b&collection=c | parameter `object` is missing",
        "/admin/v1/explain/who?object=x | parameter `object` is a STIX id, `type--UUID`, not `x`",
      })
  void call_withAWrongParameter_is400(String path, String detail) throws Exception {
    AdminServer.Reply reply = server.get(path);

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.json().getString("detail")).isEqualTo(detail);
  }

  @Test
  void call_withBrokenEncoding_is400() throws Exception {
    String answer = RawHttp.get(server.uri("/"), "/admin/v1/circles?next=%zz", "first");

    assertThat(answer).startsWith("HTTP/1.1 400 ").contains("\"error_id\":\"error-1\"");
  }

  @Test
  void unknownPath_is404AndWrongMethod405() throws Exception {
    assertThat(server.get("/admin/v1/nothing").status()).isEqualTo(404);
    AdminServer.Reply reply = server.get("/admin/v1/apply");
    assertThat(reply.status()).isEqualTo(405);
    assertThat(reply.header("Allow")).isEqualTo("POST");
    assertThat(reply.json().getInteger("status")).isEqualTo(405);
  }

  @ParameterizedTest
  @CsvSource({"FULL, 507", "OVERLOADED, 503", "UNAVAILABLE, 503", "DAMAGED, 500", "INTERNAL, 500"})
  void call_overABrokenStore_tellsNothingOfIt(StoreException.Reason reason, int status)
      throws Exception {
    server.exchange.broken =
        Optional.of(new StoreException(reason, "SQLITE_CORRUPT of /data/x", null));

    AdminServer.Reply reply = server.get("/admin/v1/circles");

    assertThat(reply.status()).isEqualTo(status);
    assertThat(reply.response().body()).doesNotContain("SQLITE").contains("error-1");
  }
}
