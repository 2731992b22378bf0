// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What the status says of real kinds of content, object by object. */
@Timeout(240)
class PushedStixTest {
  private static final Path BUNDLES = Path.of("src/test/resources/org/entente/server/bundles");
  private static final int MANY = 10_000;

  /** A good object, of which each way to break one changes a part. */
  private static final String SOUND =
      """
      {"type":"indicator","spec_version":"2.1","id":"%s",\
      "created":"2026-01-01T00:00:00.000Z","modified":"2026-01-02T00:00:00.000Z",\
      "name":"n","confidence":50,"labels":["a"],"lang":"en","revoked":false,\
      "created_by_ref":"identity--00000000-0000-4000-8000-000000000001",\
      "pattern":"[ipv4-addr:value = '203.0.113.7']","pattern_type":"stix",\
      "valid_from":"2026-01-01T00:00:00Z","valid_until":"2026-02-01T00:00:00Z",\
      "kill_chain_phases":[{"kill_chain_name":"k","phase_name":"p"}],\
      "external_references":[{"source_name":"s","external_id":"e"}]}""";

  /** What is put in whose place, where the failure points, and the rule. */
  private record Way(String part, String instead, String pointer, String rule) {}

  private static final List<Way> WAYS =
      List.of(
          new Way("\"confidence\":50", "\"confidence\":101", "/confidence", "B11"),
          new Way("\"created\":\"2026-01-01T", "\"created\":\"2026-13-01T", "/created", "B20"),
          new Way("\"modified\":\"2026", "\"modified\":\"2025", "/modified", "B22"),
          new Way("\"labels\":[\"a\"]", "\"labels\":[]", "/labels", "B3"),
          new Way("'203.0.113.7']", "'203.0.113.7'", "/pattern", "B47"),
          new Way("\"valid_until\":\"2026", "\"valid_until\":\"2025", "/valid_until", "B23"),
          new Way("\"identity--", "\"malware--", "/created_by_ref", "B19"),
          new Way("\"spec_version\":\"2.1\"", "\"spec_version\":\"2.0\"", "/spec_version", "B9"),
          new Way("\"name\":\"n\"", "\"name\":null", "/name", "B5"),
          new Way("\"type\":\"indicator\"", "\"type\":\"tool\"", "/id", "B14"),
          new Way("\"name\":\"n\"", "\"name\":\"n\",\"name\":\"n\"", "/name", "B1"),
          new Way("\"name\":\"n\"", "\"name\":\"\\ud800\"", "/name", "B1"),
          new Way("\"pattern_type\":\"stix\",", "", "", "B31"),
          new Way("\"name\":\"n\"", "\"Name\":\"n\"", "/Name", "B4"),
          new Way("\"kill_chain_name\":\"k\",", "", "/kill_chain_phases/0", "B12"),
          new Way(",\"external_id\":\"e\"", "", "/external_references/0", "B10"),
          new Way("\"name\":\"n\"", "\"severity\":\"high\"", "/severity", "B7"),
          new Way("\"lang\":\"en\"", "\"lang\":\"english!\"", "/lang", "B11"),
          new Way("\"revoked\":false", "\"revoked\":\"no\"", "/revoked", "B5"),
          new Way(
              "\"name\":\"n\"",
              "\"granular_markings\":[{\"lang\":\"en\",\"selectors\":[\"name\"]}]",
              "/granular_markings/0/selectors/0",
              "B40"),
          new Way(
              "\"name\":\"n\"",
              "\"extensions\":{\"extension-definition--00000000-0000-4000-8000-000000000002\":{}}",
              "/extensions/extension-definition--00000000-0000-4000-8000-000000000002",
              "B35"));

  @TempDir Path folder;
  private PushedHouse house;

  @BeforeEach
  void start() throws Exception {
    house = new PushedHouse(folder, "");
  }

  @AfterEach
  void stop() throws Exception {
    house.close();
  }

  @Test
  void push_eachThirdBrokenInAnotherWay_saysOfEachWhereAndByWhichRule() throws Exception {
    List<String> objects = new ArrayList<>();
    List<String> sound = new ArrayList<>();
    List<String> broken = new ArrayList<>();
    for (int i = 0; i < MANY; i++) {
      String id = Samples.id(i);
      String object = SOUND.formatted(id);
      if (i % 3 == 2) {
        Way way = WAYS.get(i / 3 % WAYS.size());
        assertThat(object).contains(way.part);
        objects.add(object.replace(way.part, way.instead));
        broken.add(id + " /objects/" + i + way.pointer + ": (" + way.rule + ")");
      } else {
        objects.add(object);
        sound.add(id + " -");
      }
    }
    JsonObject status = house.push("{\"objects\":[" + String.join(",", objects) + "]}");
    assertThat(status.getInteger("total_count")).isEqualTo(MANY);
    assertThat(status.getInteger("success_count")).isEqualTo(sound.size());
    assertThat(status.getInteger("failure_count")).isEqualTo(broken.size());
    assertThat(status.getInteger("pending_count")).isZero();
    assertThat(brief(status, "successes")).isEqualTo(sound);
    assertThat(brief(status, "failures")).isEqualTo(broken);
    assertThat(house.metrics("entente_objects_received_total"))
        .contains("{outcome=\"added\"} 6667.0", "{outcome=\"failed\"} 3333.0");
  }

  @Test
  void push_anAuthoritysAdvisory_isStoredWhole() throws Exception {
    JsonObject status = house.push(Files.readString(BUNDLES.resolve("advisory.json")));
    assertThat(status.getInteger("success_count")).isEqualTo(16);
    assertThat(brief(status, "successes")).allMatch(line -> line.endsWith(" -"));
    assertThat(status.getInteger("failure_count")).isZero();
  }

  @Test
  void push_aVendorsExport_isStoredButForItsMistakes() throws Exception {
    JsonObject status = house.push(Files.readString(BUNDLES.resolve("vendor.json")));
    assertThat(status.getInteger("success_count")).isEqualTo(10);
    assertThat(brief(status, "successes")).allMatch(line -> line.endsWith(" -"));
    assertThat(brief(status, "failures"))
        .containsExactly(
            "campaign--3d0c9f10-7a5b-4c1e-9b2f-000000000029 /objects/10/last_seen: (B23)",
            "indicator--3d0c9f10-7a5b-4c1e-9b2f-000000000030 /objects/11/pattern: (B47)",
            "sighting--3d0c9f10-7a5b-4c1e-9b2f-000000000031 /objects/12/sighting_of_ref: (B19)");
    JsonObject again = house.push(Files.readString(BUNDLES.resolve("vendor.json")));
    assertThat(again.getInteger("success_count")).isEqualTo(10);
  }

  /** Of each object the id, and the beginning and the end of its message. */
  private static List<String> brief(JsonObject status, String list) {
    List<String> brief = new ArrayList<>();
    for (Object one : status.getJsonArray(list, new JsonArray())) {
      JsonObject detail = (JsonObject) one;
      String message = detail.getString("message");
      brief.add(detail.getString("id") + " " + (message == null ? "-" : ends(message)));
    }
    return brief;
  }

  private static String ends(String message) {
    return message.substring(0, message.indexOf(": ") + 2)
        + message.substring(message.lastIndexOf('('));
  }
}
