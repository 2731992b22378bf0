// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.stix.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.entente.stix.json.ObjectLimits;
import org.entente.stix.type.Finding;
import org.entente.stix.type.Profile;
import org.entente.stix.type.Validator;
import org.entente.stix.type.table.Presence;
import org.entente.stix.type.table.Property;
import org.entente.stix.type.table.StixTable;
import org.entente.stix.type.table.StixType;
import org.entente.stix.type.table.TypeClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is built of any type is found good, strictly. */
class EveryTypeTest {
  /** What is filled in, and what one sample for all types cannot have. */
  private static final Set<String> LEFT_OUT =
      Set.of(
          "type", "id", "spec_version", "created", "modified", "extensions", "granular_markings");

  /** One way to what a type requires beyond single properties. */
  private static final Map<String, List<String>> WANTED =
      Map.ofEntries(
          Map.entry("artifact", List.of("payload_bin")),
          Map.entry("file", List.of("hashes", "name")),
          Map.entry("indicator", List.of("name", "indicator_types", "created_by_ref")),
          Map.entry("location", List.of("country")),
          Map.entry("malware", List.of("name")),
          Map.entry("malware-analysis", List.of("result")),
          Map.entry("marking-definition", List.of("definition_type", "definition")),
          Map.entry("network-traffic", List.of("src_ref")),
          Map.entry("observed-data", List.of("object_refs")),
          Map.entry("process", List.of("pid")),
          Map.entry("user-account", List.of("account_login")),
          Map.entry("windows-registry-key", List.of("key")),
          Map.entry("x509-certificate", List.of("serial_number")));

  private final StixFactory factory = SampleValues.factory();

  private static Stream<StixType> objects() {
    return StixTable.standard().types().stream()
        .filter(
            type ->
                switch (type.typeClass()) {
                  case SDO, SRO, SCO, SMO -> true;
                  default -> false;
                });
  }

  private static Stream<StixType> extensions() {
    return StixTable.standard().types().stream()
        .filter(type -> type.typeClass() == TypeClass.EXTENSION);
  }

  @ParameterizedTest
  @MethodSource("objects")
  void build_whatATypeRequires_hasNoFinding(StixType type) {
    assertThat(findings(required(type))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("objects")
  void build_allThatATypeHas_hasNoFinding(StixType type) {
    ObjectBuilder builder = factory.object(type.name());
    for (Property property : type.properties()) {
      boolean deprecated = property.presence() == Presence.DEPRECATED;
      boolean left = LEFT_OUT.contains(property.name()) || SampleValues.excludes(type, property);
      if (!deprecated && !left) {
        builder = builder.with(property.name(), SampleValues.of(property));
      }
    }
    assertThat(findings(builder)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("extensions")
  void build_eachPredefinedExtension_hasNoFinding(StixType extension) {
    Part part = SampleValues.part(extension);
    StixType of = StixTable.standard().type(extension.of().orElseThrow()).orElseThrow();
    assertThat(findings(required(of).with("extensions", Map.of(extension.name(), part)))).isEmpty();
  }

  private ObjectBuilder required(StixType type) {
    ObjectBuilder builder = factory.object(type.name());
    List<String> wanted = WANTED.getOrDefault(type.name(), List.of());
    for (Property property : type.properties()) {
      boolean required = property.required() && !LEFT_OUT.contains(property.name());
      if (required || wanted.contains(property.name())) {
        builder = builder.with(property.name(), SampleValues.of(property));
      }
    }
    return builder;
  }

  private static List<Finding> findings(ObjectBuilder builder) {
    BuiltObject built = builder.build();
    return new Validator(ObjectLimits.DEFAULT, Profile.STRICT).check(built.bytes()).findings();
  }
}
