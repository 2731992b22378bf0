// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.admin;

import static org.assertj.core.api.Assertions.assertThat;

import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.entente.server.admin.member.MemberApi;
import org.entente.server.admin.member.MemberParts;
import org.entente.server.admin.rest.Endpoint;
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
            new Cases(exchange, exchange, exchange, exchange, exchange, exchange),
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

  private static MemberApi member() {
    FakeExchange exchange = new FakeExchange();
    Cases cases = new Cases(exchange, exchange, exchange, exchange, exchange, exchange);
    return new MemberApi(new MemberParts(cases, id -> Set.of(), () -> "e"));
  }

  private static String name(String prefix, Endpoint endpoint) {
    return endpoint.method().name().toLowerCase(Locale.ROOT) + " " + prefix + endpoint.path();
  }

  private static String shown(Endpoint endpoint) {
    Set<String> names = new TreeSet<>(endpoint.parameters());
    Pattern.compile("\\{([a-z]+)}")
        .matcher(endpoint.path())
        .results()
        .forEach(found -> names.add(found.group(1)));
    String roles = endpoint.roles().stream().sorted().collect(Collectors.joining(", "));
    Set<String> types = new TreeSet<>(endpoint.body().types());
    types.removeAll(Set.of("application/x-yaml", "text/yaml"));
    String who = roles.isEmpty() ? "Any credential." : "Roles: " + roles + ".";
    return names + " " + who + " " + types;
  }

  @Test
  void document_isValidOpenApi() throws Exception {
    ParseOptions options = new ParseOptions();
    options.setResolve(true);

    SwaggerParseResult result =
        new OpenAPIV3Parser().readContents(document().encode(), List.of(), options);

    assertThat(result.getMessages()).isEmpty();
    assertThat(result.getOpenAPI().getPaths()).hasSameSizeAs(document().getJsonObject("paths"));
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
            .getJsonArray("parameters", new JsonArray())
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
    api().endpoints().forEach(endpoint -> built.put(name("/admin", endpoint), shown(endpoint)));
    member().endpoints().forEach(e -> built.put(name("/member/v1", e), shown(e)));
    assertThat(written).isEqualTo(built);
  }

  @Test
  void document_refersToWhatIsThere() throws Exception {
    String text = document().encode();

    Pattern.compile("\"\\$ref\":\"#/([^\"]+)\"")
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
