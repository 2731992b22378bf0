// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.admin;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.entente.server.resource.load.Documents;
import org.entente.server.resource.plan.Planner;
import org.junit.jupiter.api.Test;

class OpenApiTest {
  private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");

  private static JsonObject document() throws Exception {
    try (var in = AdminApi.class.getResourceAsStream("openapi.json")) {
      return new JsonObject(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  private static AdminApi api() {
    FakeExchange exchange = new FakeExchange();
    Offload offload =
        new Offload() {
          @Override
          public <T> Future<T> run(Callable<T> task) {
            return Future.failedFuture("not here");
          }
        };
    return new AdminApi(
        new AdminParts(
            (token, from) -> Future.succeededFuture(Optional.empty()),
            new Cases(exchange, exchange, exchange, exchange, exchange),
            new Documents(),
            new Planner(Set.of(), () -> FakeExchange.NOW),
            offload,
            () -> "e"));
  }

  private static String name(JsonObject document, Object parameter) {
    JsonObject json = (JsonObject) parameter;
    String ref = json.getString("$ref", "");
    return ref.isEmpty()
        ? json.getString("name")
        : document
            .getJsonObject("components")
            .getJsonObject("parameters")
            .getJsonObject(ref.substring(ref.lastIndexOf('/') + 1))
            .getString("name");
  }

  @Test
  void document_hasEachRouteWithItsParametersAndRoles() throws Exception {
    JsonObject document = document();
    Map<String, String> written = new TreeMap<>();
    for (String path : document.getJsonObject("paths").fieldNames()) {
      JsonObject methods = document.getJsonObject("paths").getJsonObject(path);
      for (String method : methods.fieldNames()) {
        assertThat(METHODS).contains(method);
        JsonObject operation = methods.getJsonObject(method);
        Set<String> names = new TreeSet<>();
        operation
            .getJsonArray("parameters", new io.vertx.core.json.JsonArray())
            .forEach(parameter -> names.add(name(document, parameter)));
        Set<String> types =
            operation.containsKey("requestBody")
                ? operation.getJsonObject("requestBody").getJsonObject("content").fieldNames()
                : Set.of();
        written.put(
            method + " " + path,
            names + " " + operation.getString("description") + " " + new TreeSet<>(types));
      }
    }

    Map<String, String> built = new TreeMap<>();
    for (Endpoint endpoint : api().endpoints()) {
      Set<String> names = new TreeSet<>(endpoint.parameters());
      java.util.regex.Pattern.compile("\\{([a-z]+)}")
          .matcher(endpoint.path())
          .results()
          .forEach(found -> names.add(found.group(1)));
      String roles =
          endpoint.roles().stream().sorted().map(Role::label).collect(Collectors.joining(", "));
      Set<String> types = new TreeSet<>(endpoint.body().types());
      types.removeAll(Set.of("application/x-yaml", "text/yaml"));
      built.put(
          endpoint.method().name().toLowerCase(java.util.Locale.ROOT) + " /admin" + endpoint.path(),
          names + " Roles: " + roles + ". " + types);
    }
    assertThat(written).isEqualTo(built);
  }

  @Test
  void document_refersToWhatIsThere() throws Exception {
    String text = document().encode();

    java.util.regex.Pattern.compile("\"\\$ref\":\"#/([^\"]+)\"")
        .matcher(text)
        .results()
        .forEach(
            found -> {
              String[] steps = found.group(1).split("/");
              assertThat(
                      new JsonObject(text)
                          .getJsonObject(steps[0])
                          .getJsonObject(steps[1])
                          .containsKey(steps[2]))
                  .as(found.group(1))
                  .isTrue();
            });
  }

  @Test
  void operationIds_areUnique() throws Exception {
    JsonObject paths = document().getJsonObject("paths");
    var ids =
        paths.stream()
            .flatMap(path -> ((JsonObject) path.getValue()).stream())
            .map(operation -> ((JsonObject) operation.getValue()).getString("operationId"))
            .toList();

    assertThat(ids).doesNotHaveDuplicates().doesNotContainNull();
  }
}
