// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.stix.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.entente.stix.StixId;
import org.entente.stix.StixTimestamp;
import org.entente.stix.Tlp;
import org.junit.jupiter.api.Test;

class StixFactoryTest {
  private static final Instant NOW = Instant.parse("2026-01-02T03:04:05.678901Z");
  private static final UUID FIRST = UUID.fromString("00000000-0000-4000-8000-000000000001");
  private static final StixId ACME =
      StixId.parse("identity--00000000-0000-4000-8000-0000000000ac").orElseThrow();

  private long made;
  private final StixFactory factory =
      new StixFactory(
          () -> NOW,
          () -> new UUID(FIRST.getMostSignificantBits(), FIRST.getLeastSignificantBits() + made++));

  @Test
  void indicator_withItsPattern_isWrittenInTheOrderOfTheStandard() {
    BuiltObject indicator =
        factory
            .indicator(Patterns.value("url", "http://example.com/it's\\"), NOW)
            .with("indicator_types", List.of("malicious-activity"))
            .name("a URL")
            .createdBy(ACME)
            .marked(Tlp.AMBER_STRICT)
            .labels("one", "two")
            .build();
    assertThat(indicator)
        .hasToString(
            """
            {"type":"indicator","spec_version":"2.1",\
            "id":"indicator--00000000-0000-4000-8000-000000000001",\
            "created_by_ref":"identity--00000000-0000-4000-8000-0000000000ac",\
            "created":"2026-01-02T03:04:05.678Z","modified":"2026-01-02T03:04:05.678Z",\
            "labels":["one","two"],\
            "object_marking_refs":["marking-definition--939a9414-2ddd-4d32-a0cd-375ea402b003"],\
            "name":"a URL","indicator_types":["malicious-activity"],\
            "pattern":"[url:value = 'http://example.com/it\\\\'s\\\\\\\\']","pattern_type":"stix",\
            "pattern_version":"2.1","valid_from":"2026-01-02T03:04:05.678Z"}""");
  }

  @Test
  void observable_ofTheStandardsExample_hasItsId() {
    assertThat(factory.observable("ipv4-addr", "198.51.100.3").build().id())
        .hasToString("ipv4-addr--28bb3599-77cd-5a82-a950-b5bc3caf07c4");
    assertThat(made).isZero();
  }

  @Test
  void observable_thatGivesNoId_hasARandomOne() {
    assertThat(factory.object("process").with("pid", 7).build().id())
        .isEqualTo(new StixId("process", FIRST));
  }

  @Test
  void step_onABuilder_leavesItAsItWas() {
    ObjectBuilder plain = factory.identity("Acme").with("id", ACME);
    BuiltObject before = plain.build();
    BuiltObject described = plain.description("a company").build();
    assertThat(plain.build()).hasToString(before.toString());
    assertThat(described.toString()).contains("a company");
  }

  @Test
  void versionOf_anObject_keepsItsIdAndCreation() {
    Instant created = Instant.parse("2025-01-01T00:00:00Z");
    assertThat(factory.identity("Acme").versionOf(ACME, created).build().toString())
        .contains("\"created\":\"2025-01-01T00:00:00.000Z\"")
        .contains("\"modified\":\"2026-01-02T03:04:05.678Z\"")
        .contains(ACME.toString());
  }

  @Test
  void with_partsAndExtensions_areWrittenInTheOrderOfTheStandard() {
    Part archive =
        Part.of("archive-ext").with("comment", "x").with("contains_refs", List.of(file()));
    assertThat(
            factory
                .file(Map.of("MD5", "d41d8cd98f00b204e9800998ecf8427e"))
                .with("extensions", Map.of("archive-ext", archive))
                .build()
                .toString())
        .contains("{\"archive-ext\":{\"contains_refs\":[\"" + file() + "\"],\"comment\":\"x\"}}");
    Part reference = Part.externalReference("cve", "CVE-2026-0001").with("description", "d");
    assertThat(factory.identity("Acme").externalReferences(reference).build().toString())
        .contains(
            "[{\"source_name\":\"cve\",\"description\":\"d\",\"external_id\":\"CVE-2026-0001\"}]");
  }

  @Test
  void with_numbersAndTimestampsAsWritten_areKept() {
    StixTimestamp fine = StixTimestamp.parse("2026-01-01T00:00:00.123456789Z").orElseThrow();
    assertThat(
            factory
                .object("location")
                .with("latitude", new BigDecimal("48.20"))
                .with("longitude", 16.5)
                .with("modified", fine)
                .withCustom("x_grid", List.of(1, true, Map.of("a", fine)))
                .build()
                .toString())
        .contains("\"latitude\":48.20,\"longitude\":16.5")
        .contains("\"modified\":\"2026-01-01T00:00:00.123456789Z\"")
        .endsWith("\"x_grid\":[1,true,{\"a\":\"2026-01-01T00:00:00.123456789Z\"}]}");
  }

  @Test
  void with_whatTheTypeDoesNotTake_isRefused() {
    ObjectBuilder identity = factory.identity("Acme");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> identity.with("nam", "x"))
        .withMessage("identity has no property `nam`");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> identity.with("confidence", "high"))
        .withMessageContaining("`confidence` takes a value of kind integer");
    assertThatIllegalArgumentException().isThrownBy(() -> identity.with("created", "2026"));
    assertThatIllegalArgumentException().isThrownBy(() -> identity.with("labels", List.of()));
    assertThatIllegalArgumentException().isThrownBy(() -> identity.with("labels", "one"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> identity.externalReferences(Part.killChainPhase("a", "b")));
    assertThatIllegalArgumentException().isThrownBy(() -> identity.withCustom("name", "x"));
    assertThatIllegalArgumentException().isThrownBy(() -> factory.object("bundle"));
    assertThatIllegalArgumentException().isThrownBy(() -> factory.object("x-thing"));
    assertThatIllegalArgumentException().isThrownBy(() -> Part.of("identity"));
  }

  @Test
  void build_withoutWhatIsRequired_isRefused() {
    assertThatIllegalStateException()
        .isThrownBy(() -> factory.object("indicator").build())
        .withMessage("indicator lacks `pattern`");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                factory
                    .identity("Acme")
                    .externalReferences(Part.of("external-reference").with("url", 1)));
  }

  @Test
  void patterns_ofSeveralHashes_askForOneOfThem() {
    assertThat(Patterns.file(Map.of("SHA-256", "b", "MD5", "a")))
        .hasToString("[file:hashes.MD5 = 'a' OR file:hashes.'SHA-256' = 'b']");
    assertThat(Patterns.file(Map.of("MD5", "a"))).hasToString("[file:hashes.MD5 = 'a']");
  }

  private static StixId file() {
    return StixId.parse("file--5a27d487-c542-5f97-a131-a8866b477b46").orElseThrow();
  }
}
