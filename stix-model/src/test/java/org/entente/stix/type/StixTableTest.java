// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.stix.type;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.entente.stix.type.table.Condition;
import org.entente.stix.type.table.Kind;
import org.entente.stix.type.table.Property;
import org.entente.stix.type.table.StixTable;
import org.entente.stix.type.table.StixType;
import org.entente.stix.type.table.TypeClass;
import org.junit.jupiter.api.Test;

class StixTableTest {
  private static final Set<String> CLASSES = Set.of("any", "sdo", "sco", "sro");

  private final StixTable table = StixTable.standard();

  @Test
  void types_eachClass_areAllThere() {
    assertThat(count(TypeClass.SDO)).isEqualTo(19);
    assertThat(count(TypeClass.SRO)).isEqualTo(2);
    assertThat(count(TypeClass.SCO)).isEqualTo(18);
    assertThat(count(TypeClass.SMO)).isEqualTo(3);
    assertThat(count(TypeClass.EXTENSION)).isEqualTo(12);
  }

  @Test
  void properties_ofEachType_areNamedOnceAndFitTheirKind() {
    for (StixType type : table.types()) {
      assertThat(type.properties()).isNotEmpty();
      assertThat(type.properties()).extracting(Property::name).doesNotHaveDuplicates();
      for (Property property : type.properties()) {
        assertThat(property.name()).matches("[a-z][a-z0-9_]+");
        assertThat(property.kind() == Kind.IDENTIFIER || property.kind() == Kind.PART)
            .as(type.name() + "." + property.name())
            .isEqualTo(namesTypes(property));
      }
    }
  }

  private boolean namesTypes(Property property) {
    return !property.detail().isEmpty()
        && property.detail().stream()
            .allMatch(word -> CLASSES.contains(word) || table.type(word).isPresent());
  }

  @Test
  void conditions_ofEachType_areAboutItsProperties() {
    for (StixType type : table.types()) {
      for (Condition condition : type.conditions()) {
        for (String property : condition.properties()) {
          String name = property.replace("!", "");
          boolean unversioned = type.name().equals("marking-definition") && name.equals("modified");
          assertThat(unversioned || type.property(name).isPresent())
              .as(type.name() + " " + condition)
              .isTrue();
        }
      }
    }
  }

  @Test
  void contributing_ofEachObservable_areItsProperties() {
    for (StixType type : table.types()) {
      for (String property : type.contributing()) {
        assertThat(type.property(property)).as(type.name() + "." + property).isPresent();
      }
    }
    assertThat(table.type("file").orElseThrow().contributing())
        .containsExactly("hashes", "name", "extensions", "parent_directory_ref");
    assertThat(table.type("process").orElseThrow().contributing()).isEmpty();
  }

  @Test
  void properties_ofAnIndicator_comeInTheOrderOfTheStandard() {
    StixType indicator = table.type("indicator").orElseThrow();
    List<String> names = indicator.properties().stream().map(Property::name).toList();
    assertThat(names)
        .startsWith("type", "spec_version", "id", "created_by_ref", "created", "modified")
        .endsWith("pattern_version", "valid_from", "valid_until", "kill_chain_phases")
        .doesNotContain("defanged");
    assertThat(required(indicator))
        .containsExactly(
            "type",
            "spec_version",
            "id",
            "created",
            "modified",
            "pattern",
            "pattern_type",
            "valid_from");
  }

  @Test
  void properties_ofMetaObjects_differAsTheStandardSays() {
    assertThat(required(table.type("extension-definition").orElseThrow()))
        .contains("created_by_ref", "modified");
    StixType marking = table.type("marking-definition").orElseThrow();
    assertThat(marking.property("modified")).isEmpty();
    assertThat(marking.property("extensions")).isPresent();
    assertThat(required(table.type("bundle").orElseThrow())).containsExactly("type", "id");
    assertThat(required(table.type("url").orElseThrow())).containsExactly("type", "id", "value");
  }

  @Test
  void relationships_all_areBetweenTypes() {
    for (StixTable.Relationship relationship : table.relationships()) {
      Set<String> types = new HashSet<>(relationship.targets());
      types.add(relationship.source());
      types.removeAll(Set.of("any", "same", "sco"));
      assertThat(types).allMatch(type -> table.type(type).isPresent());
    }
  }

  @Test
  void vocabularies_openAndClosed_areTold() {
    assertThat(table.vocabulary("opinion-enum").orElseThrow().open()).isFalse();
    assertThat(table.vocabulary("region-ov").orElseThrow().open()).isTrue();
  }

  private long count(TypeClass typeClass) {
    return table.types().stream().filter(type -> type.typeClass() == typeClass).count();
  }

  private static Stream<String> required(StixType type) {
    return type.properties().stream().filter(Property::required).map(Property::name);
  }
}
