// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.demo;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import org.entente.stix.StixId;
import org.entente.stix.Tlp;
import org.entente.stix.TlpMarkings;

/** The level that an object of the demo says. */
final class Levels {
  private Levels() {}

  static String of(JsonObject object) {
    return object.getJsonArray("object_marking_refs", new JsonArray()).stream()
        .flatMap(ref -> StixId.parse(ref.toString()).stream())
        .flatMap(id -> TlpMarkings.level(id).stream())
        .map(Tlp::label)
        .map(label -> "TLP:" + label)
        .findFirst()
        .orElse("unmarked");
  }
}
