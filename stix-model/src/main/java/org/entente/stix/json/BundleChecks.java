// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.stix.json;

import java.util.List;
import java.util.Optional;
import org.entente.stix.StixId;

/** Holds what a bundle says of itself against the standard (STIX 2.1 §8). */
final class BundleChecks {
  /** The common properties (§3.2) that a bundle does not have; others are its producer's own. */
  private static final List<String> OF_OBJECTS =
      List.of(
          "created_by_ref",
          "created",
          "modified",
          "revoked",
          "labels",
          "confidence",
          "lang",
          "external_references",
          "object_marking_refs",
          "granular_markings",
          "defanged",
          "extensions");

  private BundleChecks() {}

  /** What is wrong with a bundle, its objects apart. */
  static List<Problem> problems(SentFacts bundle, EnvelopeNames names) {
    Problems problems = new Problems();
    Optional<String> id = bundle.id();
    if (!names.has("id")) {
      problems.missing(Rule.BUNDLE, "id");
    } else if (id.flatMap(StixId::parse).filter(it -> it.type().equals("bundle")).isEmpty()) {
      String sent = id.map(text -> Problems.quote(text) + " is ").orElse("this is ");
      problems.of(Rule.BUNDLE, "id", sent + "no identifier such as `bundle--UUID`");
    }
    if (bundle.specVersion().filter("2.0"::equals).isPresent()) {
      problems.of(
          Rule.SPEC_VERSION, "spec_version", "this is a STIX 2.0 bundle, only 2.1 is accepted");
    } else if (names.has("spec_version")) {
      problems.of(Rule.BUNDLE, "spec_version", "a bundle of STIX 2.1 has no `spec_version`");
    }
    for (String property : OF_OBJECTS) {
      if (names.has(property)) {
        problems.of(Rule.BUNDLE, property, "a bundle has no `" + property + "`");
      }
    }
    return problems.list();
  }
}
