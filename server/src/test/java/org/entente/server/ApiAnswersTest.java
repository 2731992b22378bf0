// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** What the admin and the member API answer, held against the document that describes them. */
@TestInstance(Lifecycle.PER_CLASS)
class ApiAnswersTest {
  private static final String INDICATORS = "bfc8ac04-4dfe-4a15-b109-7fd608074276";
  private static final String SECRETS = "/members/acme/credentials/answers/secrets";

  /** Has an answer only where there are feeds. */
  private static final String FEED = "GET /admin/v1/feeds/{id}";

  private static final Set<String> PROBLEM =
      Set.of("type", "title", "status", "detail", "error_id", "errors");

  private final SchemaRegistry registry =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

  private LiveServer server;
  private String token;
  private String secret;
  private String submission;
  private JsonObject document;

  @BeforeAll
  void start(@TempDir Path data) throws Exception {
    server = LiveServer.start(data);
    token = server.adminToken();
    secret = server.secret("acme/soc");
    submission = server.post(secret, Samples.envelope(Samples.indicator(1))).json().getString("id");
    RawAnswer applied = server.admin("POST", "/apply", "application/yaml", FRESH);
    assertThat(applied.status()).as(applied.text()).isEqualTo(200);
    for (String issued : new String[] {"/administrators/ana/secrets", SECRETS, SECRETS}) {
      assertThat(server.admin("POST", issued, "application/json", "").status()).isEqualTo(201);
    }
    document = ask("GET", "/admin/openapi.json", token, "", "").json();
  }

  @AfterAll
  void stop() throws Exception {
    server.close();
  }

  private static final String FRESH =
      """
      kind: Region
      id: answers
      countries: [DE]
      ---
      kind: Credential
      id: acme/soc
      reader: internal
      roles: [publisher, consumer, member-admin]
      ceiling: RED
      ---
      kind: Credential
      id: acme/answers
      reader: internal
      roles: [consumer]
      ceiling: RED
      """;

  private RawAnswer ask(String method, String path, String bearer, String type, String body)
      throws Exception {
    URI host = path.startsWith("/member") ? server.partners() : server.management();
    String content =
        type.isEmpty()
            ? ""
            : "Content-Type: " + type + "\r\nContent-Length: " + Samples.utf8(body).length + "\r\n";
    try (RawSocket socket = RawSocket.to(host)) {
      return socket
          .send(
              LiveServer.head(method, path, bearer) + content + "Connection: close\r\n\r\n" + body)
          .answer();
    }
  }

  private String bearer(String path) {
    return path.startsWith("/member") ? secret : token;
  }

  /** What stands in for the parameters in a path, and what it is asked with. */
  private String concrete(String method, String path) {
    String kind = path.replaceAll("^/admin/v1/([a-z]+)(/.*)?$", "$1");
    String id =
        switch (kind) {
          case "administrators" -> "ana";
          case "agreements" -> "base";
          case "circles" -> "core";
          case "collections" -> INDICATORS;
          case "credentials" -> "acme%2Fsoc";
          case "members" -> "acme";
          case "policies" -> "acme%2Fdefault@1";
          case "submissions" -> submission;
          default -> "answers";
        };
    return path.replace("{id}", id)
            .replace("{member}", "acme")
            .replace("{name}", kind.equals("policies") ? "default@1" : "answers")
            .replace("{key}", "none")
        + query(method, path);
  }

  private static String query(String method, String path) {
    String object = "object=" + Samples.id(1);
    return switch (method + " " + path) {
      case "GET /admin/v1/explain", "GET /member/v1/explain" ->
          "?credential=acme/soc&collection=exchange/indicators&" + object;
      case "POST /admin/v1/explain" -> "?credential=acme/soc&collection=exchange/indicators";
      case "POST /member/v1/explain" -> "?collection=exchange/indicators";
      case "GET /admin/v1/explain/who", "GET /member/v1/explain/who" -> "?" + object;
      case "POST /admin/v1/backups" -> "?name=answers.db";
      case "POST /admin/v1/apply" -> "?dry_run=true";
      default -> "";
    };
  }

  private static String body(String method, String path) {
    return switch (method + " " + path) {
      case "POST /admin/v1/apply" -> FRESH.replace("DE", "DE, FR");
      case "PUT /admin/v1/members/{member}/credentials/{name}/password" ->
          "{\"password\":\"correct horse battery\"}";
      case "POST /admin/v1/explain", "POST /member/v1/explain" ->
          "{\"objects\":[" + Samples.indicator(2) + ",{\"type\":\"indicator\"}]}";
      default -> "";
    };
  }

  private static String type(JsonObject operation) {
    return operation.containsKey("requestBody")
        ? operation
            .getJsonObject("requestBody")
            .getJsonObject("content")
            .fieldNames()
            .iterator()
            .next()
        : "";
  }

  private Map<String, JsonObject> operations() {
    Map<String, JsonObject> all = new TreeMap<>();
    for (String path : document.getJsonObject("paths").fieldNames()) {
      JsonObject methods = document.getJsonObject("paths").getJsonObject(path);
      methods
          .fieldNames()
          .forEach(
              method ->
                  all.put(
                      method.toUpperCase(Locale.ROOT) + " " + path, methods.getJsonObject(method)));
    }
    return all;
  }

  /** The document's answer to a status, and what the server gave. */
  private void hold(JsonObject operation, RawAnswer answer) {
    JsonObject responses = operation.getJsonObject("responses");
    String status = Integer.toString(answer.status());
    JsonObject response = responses.getJsonObject(status, responses.getJsonObject("default"));
    if (response.containsKey("$ref")) {
      response =
          document.getJsonObject("components").getJsonObject("responses").getJsonObject("Problem");
    }
    JsonObject content = response.getJsonObject("content", new JsonObject());
    if (content.isEmpty()) {
      assertThat(answer.text()).isEmpty();
      return;
    }
    assertThat(content.fieldNames()).contains(answer.header("content-type"));
    JsonObject schema =
        content.getJsonObject(answer.header("content-type")).getJsonObject("schema");
    JsonObject whole = closed(schema.copy()).put("components", closedComponents());
    assertThat(
            registry
                .getSchema(whole.encode(), InputFormat.JSON)
                .validate(answer.text(), InputFormat.JSON))
        .as(answer.text())
        .isEmpty();
    if (answer.status() >= 400) {
      assertThat(PROBLEM).containsAll(answer.json().fieldNames());
      assertThat(answer.json().getInteger("status")).isEqualTo(answer.status());
    }
  }

  private JsonObject closedComponents() {
    JsonObject schemas = document.getJsonObject("components").getJsonObject("schemas").copy();
    for (String name : schemas.fieldNames()) {
      if (!Set.of("Resource", "Problem", "Refused").contains(name)) {
        closed(schemas.getJsonObject(name));
      }
    }
    return new JsonObject().put("schemas", schemas);
  }

  /** What the document does not name is not to be there. */
  private static JsonObject closed(JsonObject schema) {
    JsonObject properties = schema.getJsonObject("properties");
    if (properties != null) {
      schema.put("additionalProperties", false);
      properties.forEach(property -> closed((JsonObject) property.getValue()));
    }
    if (schema.getValue("items") instanceof JsonObject items) {
      closed(items);
    }
    return schema;
  }

  @TestFactory
  Stream<DynamicTest> operation_whenAllIsWell_answersAsTheDocumentSays() {
    return operations().entrySet().stream()
        .filter(entry -> !entry.getKey().equals(FEED))
        .map(entry -> DynamicTest.dynamicTest(entry.getKey(), () -> well(entry)));
  }

  /** A key of a secret that was just issued. */
  private String key() throws Exception {
    return server.admin("POST", SECRETS, "application/json", "").json().getString("key");
  }

  private void well(Map.Entry<String, JsonObject> operation) throws Exception {
    String[] words = operation.getKey().split(" ");
    RawAnswer answer =
        ask(
            words[0],
            concrete(words[0], words[1].replace("{key}", key())),
            bearer(words[1]),
            type(operation.getValue()),
            body(words[0], words[1]));
    assertThat(answer.status()).as(answer.text()).isBetween(200, 299);
    assertThat(operation.getValue().getJsonObject("responses").fieldNames())
        .contains(Integer.toString(answer.status()));
    hold(operation.getValue(), answer);
  }

  @TestFactory
  Stream<DynamicTest> operation_whenRefused_answersAsTheDocumentSays() {
    return operations().entrySet().stream()
        .filter(entry -> !entry.getKey().endsWith("/openapi.json"))
        .map(entry -> DynamicTest.dynamicTest(entry.getKey(), () -> refused(entry)));
  }

  private void refused(Map.Entry<String, JsonObject> operation) throws Exception {
    String[] words = operation.getKey().split(" ");
    JsonObject described = operation.getValue();
    String path = concrete(words[0], words[1]);
    String type = type(described);
    String body = body(words[0], words[1]);
    RawAnswer stranger = ask(words[0], path, "", type, body);
    assertThat(stranger.status()).isEqualTo(401);
    hold(described, stranger);
    String odd = path + (path.contains("?") ? "&" : "?") + "limit=many";
    RawAnswer confused = ask(words[0], odd, bearer(words[1]), type, body);
    if (parameters(described).contains("#/components/parameters/limit")) {
      assertThat(confused.status()).isEqualTo(400);
    }
    hold(described, confused);
    if (words[1].contains("{")) {
      String unknown =
          words[1].replace("{id}", "nobody").replaceAll("\\{[a-z]+}", "nobody")
              + query(words[0], words[1]);
      RawAnswer nothing = ask(words[0], unknown, bearer(words[1]), type, body);
      assertThat(nothing.status()).isEqualTo(404);
      hold(described, nothing);
    }
    if (!type.isEmpty()) {
      RawAnswer other = ask(words[0], path, bearer(words[1]), "text/html", body);
      assertThat(other.status()).isEqualTo(415);
      hold(described, other);
      RawAnswer broken = ask(words[0], path, bearer(words[1]), type, "{\"");
      assertThat(broken.status()).isBetween(400, 422);
      hold(described, broken);
    }
  }

  private static Set<String> parameters(JsonObject operation) {
    Set<String> all = new TreeSet<>();
    for (Object parameter : operation.getJsonArray("parameters", new JsonArray())) {
      all.add(((JsonObject) parameter).getString("$ref", ""));
    }
    return all;
  }

  @Test
  void apply_ofWhatCannotBe_namesEachError() throws Exception {
    RawAnswer answer =
        ask(
            "POST",
            "/admin/v1/apply",
            token,
            "application/yaml",
            "kind: Region\nid: x\ncolour: red\n");
    assertThat(answer.status()).isEqualTo(422);
    hold(operations().get("POST /admin/v1/apply"), answer);
  }

  @Test
  void explain_atATime_saysWhatHeldThen() throws Exception {
    String before = server.now.get().toString();
    server.pass(Duration.ofHours(1));
    RawAnswer pushed = server.post(secret, Samples.envelope(Samples.indicator(7)));
    assertThat(pushed.status()).isEqualTo(202);
    server.pass(Duration.ofHours(1));
    String path =
        "/admin/v1/explain?credential=acme/soc&collection=exchange/indicators&object="
            + Samples.id(7);
    JsonObject operation = operations().get("GET /admin/v1/explain");
    RawAnswer now = ask("GET", path + at(server.now.get().toString()), token, "", "");
    RawAnswer then = ask("GET", path + at(before), token, "", "");
    hold(operation, now);
    hold(operation, then);
    assertThat(now.json().getString("decision")).isEqualTo("permit");
    assertThat(then.json().getString("decision")).isNotEqualTo("permit");
    RawAnswer odd = ask("GET", path + at("yesterday"), token, "", "");
    assertThat(odd.status()).isEqualTo(400);
    hold(operation, odd);
  }

  private static String at(String time) {
    return "&at=" + URLEncoder.encode(time, StandardCharsets.UTF_8);
  }
}
