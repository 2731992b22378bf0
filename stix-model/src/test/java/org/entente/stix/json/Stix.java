// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.stix.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import org.entente.stix.StixId;
import org.entente.stix.StixObject;

/** Objects for tests: what a type needs, and what a test adds to it. */
final class Stix {
  static final String UUID = "0b5ad2d4-9b5e-4a2c-8d0e-3c1f6f5e7a90";

  private Stix() {}

  /** A domain object with all that storing needs, and more members as JSON with a comma before. */
  static String domain(String type, String more) {
    return "{\"type\":\""
        + type
        + "\",\"spec_version\":\"2.1\",\"id\":\""
        + type
        + "--"
        + UUID
        + "\",\"created\":\"2020-01-01T00:00:00.000Z\",\"modified\":\"2020-01-02T00:00:00.000Z\""
        + more
        + "}";
  }

  /** An id of a type, told apart by a digit. */
  static StixId id(String type, int digit) {
    return StixId.parse(type + "--0000000" + digit + "-0000-4000-8000-000000000000").orElseThrow();
  }

  static ReadResult read(String json) {
    return new ObjectReader(new ObjectLimits(100_000, 20, 100_000, 400, 20))
        .read(json.getBytes(UTF_8));
  }

  static StixObject accepted(String json) {
    ReadResult result = read(json);
    if (result instanceof ReadResult.Accepted accepted) {
      return accepted.object();
    }
    throw new AssertionError(result);
  }

  static List<Problem> problems(String json) {
    ReadResult result = read(json);
    if (result instanceof ReadResult.Refused refused) {
      return refused.problems();
    }
    throw new AssertionError(result);
  }
}
