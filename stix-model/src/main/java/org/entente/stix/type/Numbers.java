// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.stix.type;

import org.entente.stix.json.ObjectListener.Token;
import org.entente.stix.type.table.Kind;
import org.entente.stix.type.table.Property;
import org.entente.stix.type.table.Range;
import org.entente.stix.type.table.StixRule;
import org.entente.stix.type.table.Strength;

/** Integers and floats (§2.6, §2.10), and the bounds that single properties have. */
final class Numbers {
  private static final long GREATEST = (1L << 53) - 1;
  private static final int LONGEST = 17;

  private final Place place;

  Numbers(Place place) {
    this.place = place;
  }

  /** An integer anywhere. */
  void any(String name) {
    if (place.token() == Token.INTEGER && !isSafe(place.text())) {
      String reason = Findings.quote(place.text()) + " is an integer beyond ±(2^53 - 1)";
      place.find(StixRule.B5, Strength.MUST, name, reason);
    }
  }

  private static boolean isSafe(String text) {
    return text.length() < 16
        || (text.length() <= LONGEST && Math.abs(Long.parseLong(text)) <= GREATEST);
  }

  /** A value of a property that is a number. */
  void of(Property property) {
    String text = place.text();
    if (property.kind() == Kind.INTEGER && place.token() == Token.DECIMAL) {
      boolean whole = Math.rint(Double.parseDouble(text)) == Double.parseDouble(text);
      String reason = Findings.quote(text) + " is written with a fraction, an integer has none";
      place.find(StixRule.B5, whole ? Strength.SHOULD : Strength.MUST, property, reason);
      if (!whole) {
        return;
      }
    }
    if (property.range().isPresent()) {
      Range range = property.range().get();
      double value = Double.parseDouble(text);
      if (value < range.min() || value > range.max()) {
        StixRule rule = property.name().equals("confidence") ? StixRule.B11 : StixRule.B31;
        place.find(rule, Strength.MUST, property, Findings.quote(text) + " is not " + range);
      }
    }
  }
}
