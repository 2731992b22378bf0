// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.stix.build;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.entente.stix.StixId;
import org.entente.stix.type.table.Property;
import org.entente.stix.type.table.Range;
import org.entente.stix.type.table.StixTable;
import org.entente.stix.type.table.StixType;

/** A good value for every property of the table. */
final class SampleValues {
  private static final Instant DAY = Instant.parse("2026-03-01T08:00:00Z");
  private static final UUID RANDOM = UUID.fromString("3f8c2d1e-6b7a-4c59-9e0d-1a2b3c4d5e6f");

  private static final UUID OTHER = UUID.fromString("5b0e4c6a-1d2f-4a3b-8c4d-6e7f8a9b0c1d");

  /** Properties that exclude what comes before them, or need what one sample cannot have. */
  private static final Map<String, Set<String>> EXCLUDED =
      Map.of(
          "artifact", Set.of("url"),
          "email-message", Set.of("body"),
          "email-mime-part", Set.of("body_raw_ref"),
          "granular-marking", Set.of("lang"),
          "extension-definition", Set.of("extension_properties"),
          "network-traffic", Set.of("end"));

  private SampleValues() {}

  static StixFactory factory() {
    return new StixFactory(() -> DAY, () -> RANDOM);
  }

  /** Whether a property has no place beside the others. */
  static boolean excludes(StixType type, Property property) {
    return EXCLUDED.getOrDefault(type.name(), Set.of()).contains(property.name());
  }

  /** A value, a list of one for a list. */
  static Object of(Property property) {
    Object value = single(property);
    return property.list() ? List.of(value) : value;
  }

  private static Object single(Property property) {
    return switch (property.kind()) {
      case BOOLEAN -> true;
      case INTEGER -> property.range().map(Range::min).orElse(7L);
      case FLOAT -> 7.5;
      // later properties of a pair are ordered behind earlier ones
      case TIMESTAMP -> DAY.plusSeconds(isLater(property) ? 3_600 : 0);
      case IDENTIFIER -> new StixId(target(property), OTHER);
      case VOCABULARY -> property.vocabulary().orElseThrow().values().iterator().next();
      case BINARY -> "YQ==";
      case HEX -> "00ff";
      case HASHES -> Map.of("MD5", "d41d8cd98f00b204e9800998ecf8427e");
      case DICTIONARY -> Map.of("key", entry(property));
      case PART -> part(type(property.detail().get(0)));
      case OBJECT -> Map.of("statement", "x");
      case LANGUAGE -> "en";
      case URL -> "https://example.com/";
      case IPV4 -> "198.51.100.3";
      case IPV6 -> "2001:db8::1";
      case MAC -> "d2:fb:49:24:37:18";
      case PATTERN -> Patterns.value("domain-name", "example.com");
      case RELATIONSHIP_TYPE -> "related-to";
      case TRANSLATIONS -> Map.of("de", Map.of("name", "x"));
      case SEMANTIC_VERSION -> "1.0.0";
      default -> text(property);
    };
  }

  private static Object entry(Property dictionary) {
    String kind = dictionary.detail().isEmpty() ? "string" : dictionary.detail().get(0);
    return switch (kind) {
      case "integer" -> 7;
      case "string[]" -> List.of("x");
      default -> "x";
    };
  }

  private static String text(Property property) {
    return switch (property.name()) {
      case "pattern_type" -> "stix";
      case "definition_type" -> "statement";
      case "schema" -> "https://example.com/schema";
      default -> "sample";
    };
  }

  private static boolean isLater(Property property) {
    return property.name().matches(".*(last_|until|stop_|end|after|modified).*");
  }

  private static String target(Property property) {
    return switch (property.detail().get(0)) {
      case "any", "sdo" -> "malware";
      case "sco" -> "file";
      default -> property.detail().get(0);
    };
  }

  static Part part(StixType type) {
    Part part = Part.of(type.name());
    for (Property property : type.properties()) {
      if (!excludes(type, property)) {
        part = part.with(property.name(), of(property));
      }
    }
    return part;
  }

  private static StixType type(String name) {
    return StixTable.standard().type(name).orElseThrow();
  }
}
