// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.stix.type;

import java.util.Optional;
import org.entente.stix.StixId;
import org.entente.stix.StixTimestamp;
import org.entente.stix.type.syntax.Addresses;
import org.entente.stix.type.syntax.Syntax;
import org.entente.stix.type.table.Property;
import org.entente.stix.type.table.StixRule;
import org.entente.stix.type.table.Strength;
import org.entente.stix.type.table.Vocabulary;

/** Values that are texts of some syntax. */
final class Texts {
  private static final int MILLISECONDS = "2020-01-01T00:00:00.000Z".length();

  static final String STIX_20 = "this is STIX 2.0 content, only 2.1 is accepted";

  static final String NO_SPEC_VERSION =
      "`spec_version` is missing, as in STIX 2.0 content; only 2.1 is accepted";

  private final Place place;

  Texts(Place place) {
    this.place = place;
  }

  /** Checks the text at the place, which belongs to a property of a frame. */
  void check(Slot slot, Frame frame) {
    Property property = slot.property();
    switch (property.kind()) {
      case TIMESTAMP -> timestamp(slot, frame);
      case IDENTIFIER -> reference(slot);
      case VOCABULARY -> vocabulary(property);
      case SPEC_VERSION -> specVersion(property);
      case BINARY -> require(Syntax.isBase64(place.text()), property);
      case HEX -> require(Syntax.isHex(place.text()), property);
      case LANGUAGE -> require(Syntax.isLanguage(place.text()), property);
      case URL -> url(property);
      case IPV4 -> require(Addresses.isIpv4(place.text()), property);
      case IPV6 -> require(Addresses.isIpv6(place.text()), property);
      case MAC -> require(Syntax.isMac(place.text()), property);
      case RELATIONSHIP_TYPE -> require(Syntax.isRelationshipType(place.text()), property);
      case SEMANTIC_VERSION -> require(Syntax.isSemanticVersion(place.text()), property);
      default -> {}
    }
  }

  private void require(boolean holds, Property property) {
    if (!holds) {
      String reason = Findings.quote(place.text()) + " is not " + property.kind().article();
      place.find(property.kind().rule(), Strength.MUST, property, reason);
    }
  }

  private void specVersion(Property property) {
    String text = place.text();
    if (!text.equals("2.1")) {
      String other = Findings.quote(text) + " is not supported, only 2.1 is accepted";
      String reason = text.equals("2.0") ? STIX_20 : other;
      place.find(StixRule.B9, Strength.STORAGE, property, reason);
    }
  }

  private void timestamp(Slot slot, Frame frame) {
    Property property = slot.property();
    String text = place.text();
    Optional<StixTimestamp> time = StixTimestamp.parse(text);
    if (time.isEmpty()) {
      Strength strength = isVersion(property) ? Strength.STORAGE : Strength.MUST;
      String reason = Findings.quote(text) + " is no timestamp such as `2020-01-01T00:00:00.000Z`";
      place.find(StixRule.B20, strength, property, reason);
      return;
    }
    frame.time(slot, time.get());
    if (isVersion(property) && text.length() < MILLISECONDS) {
      String reason = Findings.quote(text) + " has no milliseconds";
      place.find(StixRule.B21, Strength.MUST, property, reason);
    }
  }

  private static boolean isVersion(Property property) {
    return property.common();
  }

  private void reference(Slot slot) {
    Property property = slot.property();
    String text = place.text();
    Optional<StixId> target = StixId.parse(text);
    if (target.isEmpty() || !Syntax.isUuid(target.get().uuid())) {
      String reason = Findings.quote(text) + " is no identifier such as `type--UUID`";
      place.find(StixRule.B19, Strength.MUST, property, reason);
    } else if (!slot.leadsTo(target.get().type())) {
      StixRule rule = property.name().matches("(source|target)_ref") ? StixRule.B33 : StixRule.B19;
      String reason =
          "`" + target.get().type() + "` is no type that `" + property.name() + "` may refer to";
      place.find(rule, Strength.MUST, property, reason);
    }
  }

  private void vocabulary(Property property) {
    Vocabulary vocabulary = property.vocabulary().orElseThrow();
    String text = place.text();
    if (!vocabulary.values().contains(text)) {
      Strength strength = vocabulary.open() ? Strength.ADVICE : Strength.MUST;
      String reason = Findings.quote(text) + " is not in " + vocabulary.name();
      place.find(StixRule.B13, strength, property, reason);
    }
  }

  private void url(Property property) {
    String text = place.text();
    StixRule rule = property.section().equals("2.5") ? StixRule.B10 : StixRule.B31;
    if (!Syntax.isUrl(text)) {
      place.find(rule, Strength.MUST, property, Findings.quote(text) + " is not a URL");
    } else if (!Syntax.hasUrlCharacters(text)) {
      String reason = Findings.quote(text) + " has characters that RFC 3986 does not have";
      place.find(rule, Strength.SHOULD, property, reason);
    }
  }
}
