// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.stix.type;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.entente.stix.StixId;
import org.entente.stix.Tlp;
import org.entente.stix.TlpMarkings;
import org.entente.stix.type.Known.Text;
import org.entente.stix.type.table.StixRule;
import org.entente.stix.type.table.Strength;

/** Marking-definitions: none marks itself, and those of TLP are given (§7.2). */
final class Markings {
  private static final String TLP_1 = "2017-01-20T00:00:00.000Z";
  private static final String TLP_2 = "2022-10-01T00:00:00.000Z";

  /** The extension that TLP 2 is defined with. */
  static final String TLP_2_EXTENSION =
      "extension-definition--60a3c5c5-0d10-413e-aab3-9e08dde9e88d";

  private static final Map<String, String> FIRST =
      Map.of(
          "marking-definition--613f2e26-407d-48c7-9eca-b8e91df99dc9", "white",
          "marking-definition--34098fce-860f-48ae-8e50-ebd3cc5e41da", "green",
          "marking-definition--f88d31f6-486f-44da-b317-01333bde0b82", "amber",
          "marking-definition--5e57c739-391a-4eb3-b6be-7d15ca92d5ed", "red");

  private final Place place;
  private final Known known;

  Markings(Place place, Known known) {
    this.place = place;
    this.known = known;
  }

  /** The object, if it is a marking-definition. */
  void check() {
    if (!known.type().equals("marking-definition")) {
      return;
    }
    String id = known.text("id");
    for (Text marking : known.markings()) {
      if (marking.text().equals(id)) {
        Where where = new Where("object_marking_refs", "§7.2", marking.pointer());
        String reason = "a marking-definition does not mark itself";
        place.findings().add(marking.place(), StixRule.B41, Strength.MUST, where, reason);
      }
    }
    if (known.text("definition_type").equals("tlp") || FIRST.containsKey(id)) {
      first(id);
    } else {
      second(id);
    }
  }

  private void first(String id) {
    String level = FIRST.get(id);
    if (level == null) {
      find(StixRule.B42, "id", "only the four of the standard are of type `tlp`");
    } else if (!known.text("definition_type").equals("tlp")
        || !known.text("created").equals(TLP_1)
        || !known.text("tlp").equals(level)) {
      find(StixRule.B42, "definition", "this is not TLP:" + level + " as the standard has it");
    }
  }

  private void second(String id) {
    Optional<Tlp> level = StixId.parse(id).flatMap(TlpMarkings::level);
    String label = known.text("tlp_2_0");
    if (level.isEmpty() && !label.isEmpty()) {
      find(StixRule.B43, "id", "only five marking-definitions have `tlp_2_0`");
    } else if (level.isPresent()
        && (!known.text("created").equals(TLP_2) || !label.equals(lower(level.get())))) {
      find(StixRule.B43, "extensions", "this is not TLP:" + level.get() + " as FIRST has it");
    }
  }

  private static String lower(Tlp level) {
    return level.label().toLowerCase(Locale.ROOT);
  }

  private void find(StixRule rule, String property, String reason) {
    Where where = new Where(property, "§7.2.1.4", "/" + property);
    place.findings().add(place.tokens(), rule, Strength.MUST, where, reason);
  }
}
