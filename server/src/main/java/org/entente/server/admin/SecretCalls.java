// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.admin;

import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.entente.server.admin.rest.Answer;
import org.entente.server.admin.rest.Call;
import org.entente.server.admin.rest.Endpoint;
import org.entente.server.admin.rest.ProblemException;
import org.entente.server.admin.rest.Query;
import org.entente.server.exchange.IssuedSecret;
import org.entente.server.exchange.Issuing;
import org.entente.server.exchange.Password;
import org.entente.server.exchange.SecretKey;

/** Secrets of credentials and of administrators: made, listed by key, ended. */
final class SecretCalls {
  private static final Duration LONGEST_OVERLAP = Duration.ofDays(90);
  private static final String SECRETS = "/v1/members/{member}/credentials/{name}/secrets";
  private static final int SHORTEST_PASSWORD = 12;
  private static final int LONGEST_PASSWORD = 1024;

  private final Issuing issuing;

  SecretCalls(AdminParts parts) {
    this.issuing = parts.cases().issuing();
  }

  List<Endpoint> endpoints() {
    return List.of(
        Endpoint.get(SECRETS, Role.ADMIN, Set.of(), this::keys),
        changing(HttpMethod.POST, SECRETS, Set.of("overlap"), this::issue),
        changing(HttpMethod.DELETE, SECRETS, Set.of(), this::revoke),
        changing(HttpMethod.DELETE, SECRETS + "/{key}", Set.of(), this::revoke),
        changing(
                HttpMethod.PUT,
                "/v1/members/{member}/credentials/{name}/password",
                Set.of(),
                this::setPassword)
            .reading(new Endpoint.Body(16 * 1024, Set.of("application/json"))),
        changing(
            HttpMethod.POST, "/v1/administrators/{id}/secrets", Set.of(), this::issueAdministrator),
        changing(
            HttpMethod.DELETE,
            "/v1/administrators/{id}/secrets",
            Set.of(),
            this::revokeAdministrator));
  }

  private static Endpoint changing(
      HttpMethod method,
      String path,
      Set<String> parameters,
      java.util.function.Function<Call, Future<Answer>> work) {
    return new Endpoint(method, path, Role.ADMIN, parameters, Endpoint.Body.NONE, work);
  }

  private Future<Answer> keys(Call call) {
    return issuing
        .secrets(call.credential())
        .map(keys -> Answer.items(keys.stream().map(SecretCalls::shown).toList()));
  }

  private static JsonObject shown(SecretKey key) {
    JsonObject json = new JsonObject().put("key", key.key()).put("issued", key.issued().toString());
    key.expires().ifPresent(expires -> json.put("expires", expires.toString()));
    return json;
  }

  private Future<Answer> issue(Call call) {
    Duration overlap = call.query().duration("overlap", LONGEST_OVERLAP);
    return issuing
        .issueSecret(call.credential(), overlap, call.caller().name())
        .map(SecretCalls::issued);
  }

  private static Answer issued(IssuedSecret secret) {
    JsonObject json =
        new JsonObject()
            .put("username", secret.username())
            .put("secret", secret.secret())
            .put("key", secret.key());
    secret.expiresPrevious().ifPresent(at -> json.put("expires_previous", at.toString()));
    return Answer.created(json);
  }

  private Future<Answer> revoke(Call call) {
    Optional<String> key = Optional.of(call.path("key")).filter(text -> !text.isEmpty());
    return issuing
        .revokeSecret(call.credential(), key, call.caller().name())
        .map(done -> gone(done, "such secret of `" + call.credential() + "`"));
  }

  private static Answer gone(boolean done, String what) {
    if (!done) {
      throw new ProblemException(404, "there is no " + what);
    }
    return Answer.noContent();
  }

  private Future<Answer> setPassword(Call call) {
    String password = password(call.text());
    if (password.length() < SHORTEST_PASSWORD || password.length() > LONGEST_PASSWORD) {
      String range = SHORTEST_PASSWORD + " to " + LONGEST_PASSWORD;
      throw new ProblemException(400, "a password has " + range + " characters");
    }
    return issuing
        .setPassword(call.credential(), new Password(password), call.caller().name())
        .map(done -> Answer.noContent());
  }

  private static String password(String body) {
    try {
      return new JsonObject(body).getValue("password") instanceof String text ? text : "";
    } catch (DecodeException | ClassCastException e) {
      throw new ProblemException(400, "the body is no JSON object with `password`");
    }
  }

  private Future<Answer> issueAdministrator(Call call) {
    return issuing
        .issueAdministratorSecret(call.path("id"), call.caller().name())
        .map(SecretCalls::issued);
  }

  private Future<Answer> revokeAdministrator(Call call) {
    return issuing
        .revokeAdministratorSecret(call.path("id"), call.caller().name())
        .map(done -> gone(done, "secret of administrator `" + Query.cut(call.path("id")) + "`"));
  }
}
