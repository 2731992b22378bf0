// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.stix.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.stix.json.Stix.UUID;
import static org.entente.stix.json.Stix.accepted;
import static org.entente.stix.json.Stix.domain;
import static org.entente.stix.json.Stix.id;
import static org.entente.stix.json.Stix.problems;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.entente.stix.Reference;
import org.entente.stix.Reference.Kind;
import org.entente.stix.StixId;
import org.entente.stix.StixObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReferencesTest {
  private static final StixId TOOL = id("tool", 1);
  private static final StixId FILE = id("file", 2);
  private static final StixId MARKING = id("marking-definition", 3);
  private static final StixId EXTENSION = id("extension-definition", 4);

  private static Reference required(StixId target) {
    return new Reference(Kind.REQUIRED, target);
  }

  private static Reference listed(StixId target) {
    return new Reference(Kind.LISTED, target);
  }

  private static Reference carry(StixId target) {
    return new Reference(Kind.CARRY, target);
  }

  @Test
  void read_topLevelReference_isRequired() {
    String more = ",\"source_ref\":\"" + TOOL + "\",\"target_ref\":\"" + FILE + "\"";
    assertThat(accepted(domain("relationship", more)).references())
        .containsExactly(required(TOOL), required(FILE));
  }

  @Test
  void read_creator_isNoReference() {
    StixObject object = accepted(domain("tool", ",\"created_by_ref\":\"" + TOOL + "\""));
    assertThat(object.createdBy()).contains(TOOL);
    assertThat(object.references()).isEmpty();
  }

  @Test
  void read_topLevelList_isListedOnce() {
    String more = ",\"sample_refs\":[\"" + TOOL + "\",\"" + FILE + "\",\"" + TOOL + "\"]";
    assertThat(accepted(domain("malware", more)).references())
        .containsExactly(listed(TOOL), listed(FILE));
  }

  @Test
  void read_oneTargetInTwoKinds_isThereForEach() {
    String more =
        ",\"a_ref\":\"" + TOOL + "\",\"b_ref\":\"" + TOOL + "\",\"c_refs\":[\"" + TOOL + "\"]";
    assertThat(accepted(domain("tool", more)).references())
        .containsExactly(required(TOOL), listed(TOOL));
  }

  @Test
  void read_referenceToItself_isNone() {
    String self = "\"tool--" + UUID + "\"";
    String more = ",\"a_ref\":" + self + ",\"c_refs\":[" + self + "]";
    assertThat(accepted(domain("tool", more)).references()).isEmpty();
  }

  @Test
  void read_markings_areCarried() {
    String more =
        ",\"object_marking_refs\":[\""
            + MARKING
            + "\",\""
            + id("marking-definition", 5)
            + "\"],"
            + "\"granular_markings\":[{\"selectors\":[\"name\"],\"marking_ref\":\""
            + id("marking-definition", 6)
            + "\"},{\"lang\":\"en\",\"selectors\":[\"x.[0]\"]},"
            + "{\"marking_ref\":\""
            + MARKING
            + "\",\"selectors\":[\"name\"]}]";
    StixObject object = accepted(domain("report", more));
    assertThat(object.markings()).containsExactly(MARKING, id("marking-definition", 5));
    assertThat(object.granularMarkings()).containsExactly(id("marking-definition", 6), MARKING);
    assertThat(object.references())
        .containsExactly(
            carry(MARKING), carry(id("marking-definition", 5)), carry(id("marking-definition", 6)));
  }

  @Test
  void read_extensions_carryTheirDefinitions() {
    String more =
        ",\"extensions\":{\""
            + EXTENSION
            + "\":{\"extension_type\":\"property-extension\","
            + "\"a_ref\":\""
            + TOOL
            + "\",\"b\":[{\"c_refs\":[\""
            + FILE
            + "\",\"no id\",7]}]},"
            + "\"ntfs-ext\":{\"sid\":\"1\"},\"extension-definition--1\":{}}";
    assertThat(accepted(domain("tool", more)).references())
        .containsExactly(carry(EXTENSION), listed(TOOL), listed(FILE));
  }

  @Test
  void read_nestedReferences_areListed() {
    String more =
        ",\"body_multipart\":[{\"body_raw_ref\":\""
            + TOOL
            + "\",\"x\":[[{\"y_refs\":[\""
            + FILE
            + "\"],\"z_refs\":[[\""
            + MARKING
            + "\"]],\"created_by_ref\":\""
            + MARKING
            + "\"}]]}]";
    assertThat(accepted(domain("email-message", more)).references())
        .containsExactly(listed(TOOL), listed(FILE), listed(MARKING));
  }

  @Test
  void read_placesInDeprecatedObservedData_areNoIds() {
    String more = ",\"objects\":{\"0\":{\"type\":\"x\",\"src_ref\":\"1\",\"e_refs\":[\"2\"]}}";
    assertThat(accepted(domain("observed-data", more)).references()).isEmpty();
  }

  @Test
  void read_externalReferences_referToNothingHere() {
    String more =
        ",\"external_references\":[{\"x_ref\":\""
            + TOOL
            + "\",\"y\":{\"z_refs\":[\""
            + FILE
            + "\"]}}],\"next\":{\"x_ref\":\""
            + FILE
            + "\"}";
    assertThat(accepted(domain("tool", more)).references()).containsExactly(listed(FILE));
  }

  @Test
  void read_languageContent_travelsWithItsTarget() {
    String more = ",\"object_ref\":\"" + TOOL + "\"";
    assertThat(accepted(domain("language-content", more)).references())
        .containsExactly(carry(TOOL));
    assertThat(accepted(domain("other-type", more)).references()).containsExactly(required(TOOL));
  }

  @Test
  void read_customReferences_countWhenTheyAreSome() {
    String more =
        ",\"x_a_ref\":\"\",\"x_b_ref\":7,\"x_c_ref\":\""
            + TOOL
            + "\",\"x_d_refs\":[\""
            + FILE
            + "\",\"none\",7,[]],\"x_e_refs\":\"none\"";
    assertThat(accepted(domain("tool", more)).references())
        .containsExactly(required(TOOL), listed(FILE));
  }

  @ParameterizedTest
  @ValueSource(strings = {"report", "note", "grouping", "opinion"})
  void read_idsInText_areListedForWhatPeopleWrite(String type) {
    String more =
        ",\"description\":\"see ("
            + TOOL
            + "), \\n"
            + FILE
            + ".\",\"x\":[{\"y\":\""
            + MARKING
            + "\"}],\"labels\":[\""
            + EXTENSION
            + "\"],\"external_references\":[{\"url\":\"h://h/"
            + id("url", 7)
            + "?\"}]";
    assertThat(accepted(domain(type, more)).references())
        .containsExactly(
            listed(TOOL), listed(FILE), listed(MARKING), listed(EXTENSION), listed(id("url", 7)));
    assertThat(accepted(domain("tool", more)).references()).isEmpty();
  }

  @Test
  void read_idsInText_areFoundWhereverTheTypeComes() {
    String type = "\"type\":\"note\",";
    String json = domain("note", ",\"content\":\"" + TOOL + "\"");
    String last =
        "{" + json.substring(1, json.length() - 1).replace(type, "") + ",\"type\":\"note\"}";
    assertThat(accepted(last).references()).containsExactly(listed(TOOL));
    assertThat(accepted(last.replace("note", "tool")).references()).isEmpty();
  }

  @Test
  void read_propertiesThatAreIds_areNoText() {
    String more =
        ",\"created_by_ref\":\""
            + TOOL
            + "\",\"object_marking_refs\":[\""
            + MARKING
            + "\"],\"granular_markings\":[{\"marking_ref\":\""
            + MARKING
            + "\",\"selectors\":[\""
            + FILE
            + "\"]}],\"object_refs\":[\""
            + FILE
            + "\"]";
    assertThat(accepted(domain("report", more)).references())
        .containsExactly(carry(MARKING), listed(FILE));
  }

  @Test
  void read_moreReferencesThanTheLimit_isRefused() {
    String twenty =
        IntStream.range(10, 30)
            .mapToObj(i -> "\"file--000000" + i + "-0000-4000-8000-000000000000\"")
            .collect(Collectors.joining(","));
    assertThat(accepted(domain("report", ",\"object_refs\":[" + twenty + "]")).references())
        .hasSize(20);
    String text = twenty.replace("\"", "");
    assertThat(accepted(domain("note", ",\"content\":\"" + text + "\"")).references()).hasSize(20);
    Problem tooMany = new Problem(Rule.TOO_MANY, "", "", "there are more than 20 references");
    assertThat(problems(domain("report", ",\"object_refs\":[" + twenty + ",\"" + TOOL + "\"]")))
        .containsExactly(tooMany);
    assertThat(problems(domain("note", ",\"content\":\"" + text + " " + TOOL + "\"")))
        .containsExactly(tooMany);
  }
}
