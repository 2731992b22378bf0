// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.stix.json;

import java.util.Optional;
import org.entente.stix.StixId;
import org.entente.stix.StixTimestamp;
import org.jspecify.annotations.Nullable;

/** Holds the common properties that storing needs against the standard (STIX 2.1 §3.2). */
record CommonChecks(Problems problems) {
  private static final String STIX_20 = "this is STIX 2.0 content, only 2.1 is accepted";
  private static final String NONE =
      "`spec_version` is missing, as in STIX 2.0 content; only 2.1 is accepted";

  /** {@code id}, when it is there and of the object's type. */
  Optional<StixId> identity(@Nullable String type, @Nullable String id) {
    if (type == null) {
      problems.missing(Rule.TYPE, "type");
    } else if (type.equals("bundle")) {
      problems.of(Rule.NESTED_BUNDLE, "type", "a bundle is no STIX object");
    }
    if (id == null) {
      problems.missing(Rule.ID, "id");
      return Optional.empty();
    }
    Optional<StixId> parsed = StixId.parse(id);
    if (parsed.isEmpty()) {
      problems.of(Rule.ID, "id", Problems.quote(id) + " is no identifier such as `type--UUID`");
    } else if (type != null && !type.equals(parsed.get().type())) {
      String reason = Problems.quote(id) + " does not begin with the type " + Problems.quote(type);
      problems.of(Rule.ID, "id", reason);
    }
    return parsed;
  }

  /** {@code spec_version}, which an observable may leave out and 2.0 has only on bundles. */
  void specVersion(@Nullable String specVersion, boolean needed) {
    String property = "spec_version";
    if (specVersion == null) {
      if (needed && !problems.concern(property)) {
        problems.add(new Problem(Rule.SPEC_VERSION, "", property, NONE));
      }
    } else if (specVersion.equals("2.0")) {
      problems.of(Rule.SPEC_VERSION, property, STIX_20);
    } else if (!specVersion.equals("2.1")) {
      String reason = Problems.quote(specVersion) + " is not supported, only 2.1 is accepted";
      problems.of(Rule.SPEC_VERSION, property, reason);
    }
  }

  /** A timestamp, when it is there. */
  Optional<StixTimestamp> timestamp(String property, @Nullable String text, boolean needed) {
    if (text == null) {
      if (needed) {
        problems.missing(Rule.TIMESTAMP, property);
      }
      return Optional.empty();
    }
    Optional<StixTimestamp> timestamp = StixTimestamp.parse(text);
    if (timestamp.isEmpty()) {
      String reason = Problems.quote(text) + " is no timestamp such as `2020-01-01T00:00:00.000Z`";
      problems.of(Rule.TIMESTAMP, property, reason);
    }
    return timestamp;
  }
}
