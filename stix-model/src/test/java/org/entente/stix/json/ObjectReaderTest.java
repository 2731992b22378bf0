// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.stix.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.stix.json.Stix.UUID;
import static org.entente.stix.json.Stix.accepted;
import static org.entente.stix.json.Stix.domain;
import static org.entente.stix.json.Stix.id;
import static org.entente.stix.json.Stix.problems;

import java.util.Optional;
import org.entente.stix.StixId;
import org.entente.stix.StixObject;
import org.entente.stix.StixTimestamp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ObjectReaderTest {
  private static final String STIX_20 = "this is STIX 2.0 content, only 2.1 is accepted";

  private static final String NO_SPEC_VERSION =
      "`spec_version` is missing, as in STIX 2.0 content; only 2.1 is accepted";

  @Test
  void read_object_givesItsFactsAndItsBytes() {
    String json =
        domain(
            "indicator",
            ",\"created_by_ref\":\"identity--00000001-0000-4000-8000-000000000000\",\"revoked\":true,"
                + "\"labels\":[\"b\",\"a\",\"b\"],\"x\":{\"y\":[null]}");
    byte[] bytes = json.getBytes(UTF_8);
    ReadResult result = new ObjectReader(ObjectLimits.DEFAULT).read(bytes);
    StixObject object = ((ReadResult.Accepted) result).object();
    assertThat(object.id()).isEqualTo(StixId.parse("indicator--" + UUID).orElseThrow());
    assertThat(object.specVersion()).isEqualTo("2.1");
    assertThat(object.created()).map(StixTimestamp::text).contains("2020-01-01T00:00:00.000Z");
    assertThat(object.modified()).map(StixTimestamp::text).contains("2020-01-02T00:00:00.000Z");
    assertThat(object.createdBy()).contains(id("identity", 1));
    assertThat(object.revoked()).isTrue();
    assertThat(object.labels()).containsExactly("b", "a", "b");
    assertThat(object.markings()).isEmpty();
    assertThat(object.references()).isEmpty();
    assertThat(object.bytes()).isSameAs(bytes);
  }

  @Test
  void read_observableWithoutVersion_isOf21() {
    StixObject object = accepted("{\"id\":\"url--" + UUID + "\",\"type\":\"url\",\"value\":\"x\"}");
    assertThat(object.specVersion()).isEqualTo("2.1");
    assertThat(object.created()).isEmpty();
    assertThat(object.modified()).isEmpty();
    assertThat(object.revoked()).isFalse();
    assertThat(object.version()).isEqualTo(StixTimestamp.UNVERSIONED);
  }

  @ParameterizedTest
  @CsvSource({"type,TYPE", "id,ID", "created,TIMESTAMP", "modified,TIMESTAMP"})
  void read_missingProperty_isNamed(String property, Rule rule) {
    String json = domain("tool", ",\"x\":1").replaceFirst("\"" + property + "\":\"[^\"]*\",", "");
    assertThat(problems(json))
        .containsExactly(new Problem(rule, "", property, "`" + property + "` is missing"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"tool", "relationship", "marking-definition", "language-content", "x-custom"})
  void read_objectWithoutSpecVersion_isStix20(String type) {
    String json = domain(type, "").replace("\"spec_version\":\"2.1\",", "");
    assertThat(problems(json))
        .containsExactly(new Problem(Rule.SPEC_VERSION, "", "spec_version", NO_SPEC_VERSION));
  }

  @ParameterizedTest
  @CsvSource({
    "2.0,'" + STIX_20 + "'",
    "2.2,'`2.2` is not supported, only 2.1 is accepted'",
    "'','`` is not supported, only 2.1 is accepted'"
  })
  void read_otherSpecVersion_isRefused(String version, String reason) {
    for (String type : new String[] {"tool", "url"}) {
      String json = domain(type, "").replace("\"2.1\"", "\"" + version + "\"");
      assertThat(problems(json))
          .containsExactly(new Problem(Rule.SPEC_VERSION, "/spec_version", "spec_version", reason));
    }
  }

  @Test
  void read_typesThatNeedNoModified_areTakenWithoutIt() {
    String modified = ",\"modified\":\"2020-01-02T00:00:00.000Z\"";
    for (String type : new String[] {"marking-definition", "x-custom", "file"}) {
      StixObject object = accepted(domain(type, "").replace(modified, ""));
      assertThat(object.version().text()).isEqualTo("2020-01-01T00:00:00.000Z");
    }
    for (String type : new String[] {"sighting", "language-content", "extension-definition"}) {
      assertThat(problems(domain(type, "").replace(modified, "")))
          .containsExactly(new Problem(Rule.TIMESTAMP, "", "modified", "`modified` is missing"));
    }
  }

  @Test
  void read_customTypes_areTakenAsFarAsTheyGo() {
    assertThat(accepted("{\"type\":\"x-thing\",\"id\":\"x-thing--" + UUID + "\"}").version())
        .isEqualTo(StixTimestamp.UNVERSIONED);
    String extension =
        ",\"extensions\":{\"extension-definition--" + UUID + "\":{\"extension_type\":\"new-sco\"}}";
    String json = domain("x-thing", extension).replace("\"spec_version\":\"2.1\",", "");
    assertThat(accepted(json).specVersion()).isEqualTo("2.1");
    assertThat(problems(json.replace("new-sco", "new-sdo"))).hasSize(1);
    assertThat(problems(json.replace("extension-definition", "other"))).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tool",
        "tool--",
        "tool--0b5ad2d4",
        "Tool--" + UUID,
        "tool-" + UUID,
        "to--" + UUID,
        "tool--" + UUID + "0",
        "tool--{" + UUID + "}",
        "",
      })
  void read_textThatIsNoId_isRefused(String sent) {
    String json = domain("tool", "").replace("tool--" + UUID, sent);
    ReadResult.Refused refused = (ReadResult.Refused) Stix.read(json);
    assertThat(refused.id()).contains(sent);
    assertThat(refused.version()).contains("2020-01-02T00:00:00.000Z");
    assertThat(refused.problems())
        .containsExactly(
            new Problem(
                Rule.ID, "/id", "id", "`" + sent + "` is no identifier such as `type--UUID`"));
  }

  @Test
  void read_idOfAnotherType_isRefused() {
    String json = domain("tool", "").replace("\"type\":\"tool\"", "\"type\":\"malware\"");
    assertThat(problems(json))
        .containsExactly(
            new Problem(
                Rule.ID,
                "/id",
                "id",
                "`tool--" + UUID + "` does not begin with the type `malware`"));
  }

  @Test
  void read_upperCaseUuid_isTakenAndPrintedInLowerCase() {
    String upper = UUID.toUpperCase(java.util.Locale.ROOT);
    assertThat(accepted(domain("tool", "").replace(UUID, upper)).id().uuid()).hasToString(UUID);
  }

  @Test
  void read_bundle_isNoObject() {
    assertThat(problems("{\"type\":\"bundle\",\"id\":\"bundle--" + UUID + "\",\"objects\":[{}]}"))
        .extracting(Problem::rule)
        .containsExactly(Rule.NESTED_BUNDLE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2020-01-01",
        "2020-01-01T00:00:00",
        "2020-01-01T00:00:00+02:00",
        "2020-01-01 00:00:00Z",
        "2020-01-01T00:00:00.Z",
        "2020-02-30T00:00:00Z",
        "2020-01-01t00:00:00z",
        "now",
        "",
      })
  void read_textThatIsNoTimestamp_isRefused(String sent) {
    for (String property : new String[] {"created", "modified"}) {
      String json =
          domain("tool", "")
              .replaceAll(
                  "\"" + property + "\":\"[^\"]*\"", "\"" + property + "\":\"" + sent + "\"");
      assertThat(problems(json))
          .containsExactly(
              new Problem(
                  Rule.TIMESTAMP,
                  "/" + property,
                  property,
                  "`" + sent + "` is no timestamp such as `2020-01-01T00:00:00.000Z`"));
    }
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '#',
      delimiter = '|',
      value = {
        "\"revoked\":1|/revoked|`revoked` must be true or false",
        "\"revoked\":\"true\"|/revoked|`revoked` must be true or false",
        "\"revoked\":null|/revoked|`revoked` must be true or false",
        "\"labels\":\"a\"|/labels|`labels` must be a list of strings",
        "\"labels\":{\"a\":[]}|/labels|`labels` must be a list of strings",
        "\"labels\":[\"a\",[\"b\"]]|/labels/1|`labels` must be a list of strings",
        "\"labels\":[\"a\",7]|/labels/1|`labels` must be a list of strings",
        "\"created_by_ref\":[]|/created_by_ref|`created_by_ref` must be a string",
        "\"foo_ref\":{}|/foo_ref|`foo_ref` must be a string",
        "\"foo_refs\":\"x\"|/foo_refs|`foo_refs` must be a list of strings",
        "\"foo_refs\":[{}]|/foo_refs/0|`foo_refs` must be a list of strings",
        "\"extensions\":[]|/extensions|`extensions` must be an object",
        "\"granular_markings\":{}|/granular_markings|`granular_markings` must be a list of objects",
        "\"granular_markings\":[1]|/granular_markings/0"
            + "|`granular_markings` must be a list of objects",
        "\"granular_markings\":[{\"marking_ref\":1}]|/granular_markings/0/marking_ref"
            + "|`marking_ref` must be a string",
      })
  void read_valueOfAnotherKind_isRefused(String member, String pointer, String reason) {
    String property = pointer.split("/")[1];
    assertThat(problems(domain("tool", "," + member)))
        .containsExactly(new Problem(Rule.KIND, pointer, property, reason));
  }

  @ParameterizedTest
  @ValueSource(strings = {"type", "id", "spec_version", "created", "modified"})
  void read_commonPropertyOfAnotherKind_isSaidOnce(String property) {
    String json =
        domain("tool", "").replaceAll("\"" + property + "\":\"[^\"]*\"", "\"" + property + "\":7");
    assertThat(problems(json))
        .containsExactly(
            new Problem(
                Rule.KIND, "/" + property, property, "`" + property + "` must be a string"));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '#',
      delimiter = '|',
      value = {
        "\"created_by_ref\":\"me\"|/created_by_ref|REFERENCE|`me` is no identifier",
        "\"foo_ref\":\"\"|/foo_ref|REFERENCE|`` is no identifier",
        "\"foo_refs\":[\"x\"]|/foo_refs/0|REFERENCE|`x` is no identifier",
        "\"object_marking_refs\":[\"x\"]|/object_marking_refs/0|MARKING"
            + "|`x` is no identifier of a marking-definition",
        "\"object_marking_refs\":[\"tool--"
            + UUID
            + "\"]|/object_marking_refs/0|MARKING"
            + "|`tool--"
            + UUID
            + "` is no identifier of a marking-definition",
        "\"granular_markings\":[{\"lang\":\"en\"},{\"marking_ref\":\"x\"}]"
            + "|/granular_markings/1/marking_ref|MARKING"
            + "|`x` is no identifier of a marking-definition",
        "\"granular_markings\":[{\"selectors\":[\"name\"]}]|/granular_markings/0|MARKING"
            + "|the marking has neither `marking_ref` nor `lang`",
        "\"granular_markings\":[{\"lang\":\"en\"},{}]|/granular_markings/1|MARKING"
            + "|the marking has neither `marking_ref` nor `lang`",
      })
  void read_referenceThatIsNone_isRefused(String member, String pointer, Rule rule, String reason) {
    String property = pointer.split("/")[1];
    assertThat(problems(domain("tool", "," + member)))
        .containsExactly(new Problem(rule, pointer, property, reason));
  }

  @Test
  void read_severalProblems_areAllFound() {
    String json =
        "{\"labels\":7,\"a_ref\":\"x\",\"type\":\"tool\",\"spec_version\":\"2.1\",\"created\":\"y\"}";
    assertThat(problems(json))
        .extracting(Problem::toString)
        .containsExactly(
            "/labels: `labels` must be a list of strings",
            "/a_ref: `x` is no identifier",
            "`id` is missing",
            "/created: `y` is no timestamp such as `2020-01-01T00:00:00.000Z`",
            "`modified` is missing");
  }

  @Test
  void read_problemsWithoutEnd_areCutOff() {
    assertThat(problems(domain("tool", ",\"labels\":[1" + ",1".repeat(500) + "]"))).hasSize(50);
  }

  @Test
  void read_longTextThatIsRefused_isCut() {
    String longId = "x".repeat(99) + "😀".repeat(300);
    ReadResult.Refused refused =
        (ReadResult.Refused) Stix.read("{\"type\":\"tool\",\"id\":\"" + longId + "\"}");
    assertThat(refused.id()).contains("x".repeat(99) + "😀".repeat(78));
    assertThat(refused.problems().get(0).reason()).startsWith("`" + "x".repeat(99) + "…` is no");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "{",
        "{\"a\":1",
        "{}}",
        "{} {}",
        "{\"a\":1,}",
        "{\"a\":NaN}",
        "{\"a\":'x'}",
        "{a:1}",
        "{\"a\":\"\\x\"}",
        "{\"a\":01}",
        "{\"a\":\"\t\"}",
        "{\"a\":tru}",
        "\u0000{}",
        "{\"a\":\"",
      })
  void read_textThatIsNotJson_isRefused(String text) {
    assertThat(problems(text)).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "7", "\"{}\"", "null", "true"})
  void read_jsonThatIsNoObject_isRefused(String text) {
    assertThat(problems(text)).extracting(Problem::rule).containsExactly(Rule.NOT_AN_OBJECT);
  }

  @Test
  void read_beyondTheLimits_isRefused() {
    assertThat(problems(domain("tool", ",\"x\":" + "[".repeat(20) + "]".repeat(20))))
        .extracting(Problem::rule)
        .containsExactly(Rule.NOT_JSON);
    assertThat(accepted(domain("tool", ",\"x\":" + "[".repeat(19) + "]".repeat(19))).id())
        .isNotNull();
    String labels = ",\"labels\":[" + "\"a\",".repeat(19) + "\"a\"";
    assertThat(accepted(domain("tool", labels + "]")).labels()).hasSize(20);
    assertThat(problems(domain("tool", labels + ",\"a\"]")))
        .containsExactly(
            new Problem(Rule.TOO_MANY, "/labels", "labels", "there are more than 20 labels"));
    assertThat(problems("{\"a\":\"" + "x".repeat(100_001) + "\"}"))
        .extracting(Problem::rule)
        .containsExactly(Rule.TOO_LARGE);
  }

  @Test
  void read_refusedObject_isNamedByWhatWasRead() {
    ReadResult.Refused refused =
        (ReadResult.Refused) Stix.read("{\"id\":\"tool--1\",\"created\":\"c\",\"a\":}");
    assertThat(refused.id()).contains("tool--1");
    assertThat(refused.version()).contains("c");
    assertThat(((ReadResult.Refused) Stix.read("{\"id\":7}")).id()).isEqualTo(Optional.empty());
  }
}
