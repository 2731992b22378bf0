// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Extensions of a community's own, whose schemas the configuration names, through the server. */
class PushedExtensionsTest {
  private static final String RANK = "extension-definition--d83fce45-ef58-4c6c-a3f4-1fbc32e98c6e";
  private static final String SIGHT = "extension-definition--2b4b1a2f-0d5e-4a9a-8a3b-6f0e1c2d3e4f";
  private static final String CARGO = "extension-definition--7a1b6c1e-52d1-4f5b-9e1d-8c2f3a4b5c6d";
  private static final String OTHER = "extension-definition--00000000-0000-4000-8000-0000000000ff";
  private static final String CONFIGURATION =
      """
      extensions:
        %s: %s
        %s: %s
        %s: %s
      """
          .formatted(
              RANK, schema("rank"),
              SIGHT, schema("sight"),
              CARGO, schema("cargo"));

  @TempDir Path folder;
  private PushedHouse house;

  private static Path schema(String name) {
    return Path.of("src/test/resources/org/entente/server/extensions/" + name + ".schema.json")
        .toAbsolutePath();
  }

  @BeforeEach
  void start() throws Exception {
    house = new PushedHouse(folder, CONFIGURATION);
  }

  @AfterEach
  void stop() throws Exception {
    house.close();
  }

  @Test
  void push_knownExtensions_passAndFailByTheirSchemas() throws Exception {
    JsonObject status =
        push(
            ranked("tool", 1, "\"rank\":5"),
            ranked("tool", 2, "\"rank\":6"),
            ranked("tool", 3, "\"labels\":[\"a\"]"),
            object(
                "indicator",
                4,
                INDICATOR + extension(SIGHT, "property-extension", "\"sensor\":\"edge\"")),
            object(
                "indicator", 5, INDICATOR + extension(SIGHT, "property-extension", "\"sensor\":7")),
            object("ship", 6, "\"name\":\"Argo\"," + extension(CARGO, "new-sdo", "")),
            object("ship", 7, extension(CARGO, "new-sdo", "")),
            object(
                "carriage",
                8,
                "\"ship_ref\":\"" + id("ship", 6) + "\"," + extension(CARGO, "new-sro", "")),
            object(
                "carriage",
                9,
                "\"ship_ref\":\"" + id("tool", 1) + "\"," + extension(CARGO, "new-sro", "")),
            observable("call-sign", 10, "\"value\":\"SVAA\","),
            observable("call-sign", 11, ""));
    assertThat(ids(status, "successes"))
        .containsExactly(
            id("tool", 1),
            id("indicator", 4),
            id("ship", 6),
            id("carriage", 8),
            id("call-sign", 10));
    assertThat(messages(status, "failures"))
        .satisfiesExactly(
            rank ->
                assertThat(rank)
                    .startsWith("/objects/1/rank: ")
                    .contains("maximum value of 5", "by the schema of `" + RANK + "` (B38)"),
            none -> assertThat(none).startsWith("/objects/2: required property 'rank' not found"),
            sensor ->
                assertThat(sensor)
                    .startsWith("/objects/4/extensions/" + SIGHT + "/sensor: integer found"),
            ship -> assertThat(ship).startsWith("/objects/6").contains(CARGO, "(B38)"),
            carriage -> assertThat(carriage).startsWith("/objects/8").contains(CARGO, "(B38)"),
            sign -> assertThat(sign).startsWith("/objects/10").contains(CARGO, "(B38)"));
    assertThat(house.metrics("entente_validation_findings_total{level=\"error\",rule=\"B38\""))
        .isNotEmpty();
  }

  @Test
  void push_profiles_decideWhatComesOfExtensions() throws Exception {
    String broken = ranked("tool", 1, "\"rank\":6");
    String unknown = object("tool", 2, TOOL + extension(OTHER, "property-extension", "\"a\":1"));
    assertThat(failures(push(unknown))).isEmpty();
    house.validate("lenient");
    JsonObject lenient = push(broken, unknown);
    assertThat(failures(lenient)).isEmpty();
    assertThat(messages(lenient, "successes").get(0))
        .startsWith("warning: /rank: ")
        .contains("(B38)");
    house.validate("strict");
    assertThat(messages(push(unknown), "failures"))
        .singleElement()
        .isEqualTo("/objects/0/extensions/" + OTHER + ": the extension is not known here (B38)");
  }

  private static final String TOOL = "\"name\":\"n\",\"tool_types\":[\"remote-access\"],";
  private static final String INDICATOR =
      "\"name\":\"n\",\"indicator_types\":[\"benign\"],\"pattern\":\"[url:value = 'a:b']\","
          + "\"pattern_type\":\"stix\",\"valid_from\":\"2026-01-01T00:00:00Z\",";

  private JsonObject push(String... objects) throws Exception {
    return house.push("{\"objects\":[" + String.join(",", objects) + "]}");
  }

  private static String ranked(String type, int number, String more) {
    return object(
        type, number, TOOL + extension(RANK, "toplevel-property-extension", "") + "," + more);
  }

  private static String object(String type, int number, String more) {
    return "{\"type\":\"%s\",\"spec_version\":\"2.1\",\"id\":\"%s\",%s,%s}"
        .formatted(
            type,
            id(type, number),
            "\"created\":\"2026-01-01T00:00:00.000Z\",\"modified\":\"2026-01-01T00:00:00.000Z\"",
            more);
  }

  private static String observable(String type, int number, String more) {
    return "{\"type\":\"%s\",\"spec_version\":\"2.1\",\"id\":\"%s\",%s%s}"
        .formatted(type, id(type, number), more, extension(CARGO, "new-sco", ""));
  }

  private static String extension(String definition, String type, String more) {
    String rest = more.isEmpty() ? "" : "," + more;
    return "\"extensions\":{\"%s\":{\"extension_type\":\"%s\"%s}}"
        .formatted(definition, type, rest);
  }

  private static String id(String type, int number) {
    return type + "--00000000-0000-4000-8000-%012d".formatted(number);
  }

  private static List<String> ids(JsonObject status, String list) {
    return texts(status, list, "id");
  }

  private static List<String> messages(JsonObject status, String list) {
    return texts(status, list, "message");
  }

  private static List<String> failures(JsonObject status) {
    return ids(status, "failures");
  }

  private static List<String> texts(JsonObject status, String list, String name) {
    List<String> texts = new ArrayList<>();
    if (status.containsKey(list)) {
      for (Object detail : status.getJsonArray(list)) {
        texts.add(((JsonObject) detail).getString(name));
      }
    }
    return texts;
  }
}
