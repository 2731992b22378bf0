// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.stix.type;

import java.util.Map;
import java.util.regex.Pattern;
import org.entente.stix.type.Known.Cited;
import org.entente.stix.type.table.StixRule;
import org.entente.stix.type.table.Strength;

/** How vulnerabilities name CVEs (§4.19) and attack patterns CAPECs (§4.1). */
final class Catalogues {
  private record Catalogue(String source, Pattern ids, String section, String like) {}

  private static final Map<String, Catalogue> BY_TYPE =
      Map.of(
          "vulnerability",
          new Catalogue(
              "cve", Pattern.compile("CVE-[0-9]{4}-[0-9]{4,19}"), "§4.19", "CVE-2026-1234"),
          "attack-pattern",
          new Catalogue("capec", Pattern.compile("CAPEC-[0-9]{1,9}"), "§4.1", "CAPEC-163"));

  private final Place place;
  private final Known known;

  Catalogues(Place place, Known known) {
    this.place = place;
    this.known = known;
  }

  /** Whether objects of a type name something in a catalogue. */
  static boolean names(String type) {
    return BY_TYPE.containsKey(type);
  }

  /** The references of the object. */
  void check() {
    Catalogue catalogue = BY_TYPE.get(known.type());
    if (catalogue == null) {
      return;
    }
    for (Cited cited : known.cited()) {
      boolean named = cited.source().equals(catalogue.source());
      boolean listed = catalogue.ids().matcher(cited.id()).matches();
      if (named && !listed) {
        String reason = "`external_id` is not one such as `" + catalogue.like() + "`";
        find(cited, catalogue, "external_id", reason);
      } else if (listed && !named && !isNamedBeside(cited, catalogue)) {
        String reason =
            "the `source_name` of `" + cited.id() + "` must be `" + catalogue.source() + "`";
        find(cited, catalogue, "source_name", reason);
      }
    }
  }

  private boolean isNamedBeside(Cited cited, Catalogue catalogue) {
    return known.cited().stream()
        .anyMatch(it -> it.source().equals(catalogue.source()) && it.id().equals(cited.id()));
  }

  private void find(Cited cited, Catalogue catalogue, String property, String reason) {
    Where where = new Where(property, catalogue.section(), cited.pointer());
    place.findings().add(cited.place(), StixRule.B10, Strength.MUST, where, reason);
  }
}
