// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.stix.type;

import java.util.Optional;
import java.util.Set;
import org.entente.stix.StixId;
import org.entente.stix.Tlp;
import org.entente.stix.TlpMarkings;
import org.entente.stix.type.Known.Text;
import org.entente.stix.type.syntax.Syntax;
import org.entente.stix.type.table.StixRule;
import org.entente.stix.type.table.StixType;
import org.entente.stix.type.table.Strength;
import org.entente.stix.type.table.TypeClass;

/** Holds what is known of an object in the end against what only the whole of it can tell. */
final class Whole {
  private static final String DEFINITION = "extension-definition";
  private static final Set<String> META =
      Set.of("bundle", "marking-definition", "language-content", DEFINITION);

  private final Place place;
  private final Known known;
  private final Markings markings;
  private final Catalogues catalogues;
  private final Relations relations;
  private final Patterns patterns;

  Whole(Place place, Known known) {
    this.place = place;
    this.known = known;
    markings = new Markings(place, known);
    catalogues = new Catalogues(place, known);
    relations = new Relations(place, known);
    patterns = new Patterns(place, known);
  }

  /** The object has ended. */
  void check(Frame frame) {
    StixType type = frame.shape().type();
    if (known.type().equals("bundle")) {
      find(StixRule.B2, Strength.STORAGE, "type", "a bundle is no STIX object");
      return;
    }
    identifier(frame);
    if (type.name().isEmpty()) {
      beyond(frame);
    }
    known.unknown().forEach(property -> unknown(type, property));
    markings.check(frame);
    catalogues.check();
    definition(frame);
    oneLevel();
    relations.check();
    patterns.check();
  }

  private void find(StixRule rule, Strength strength, String property, String reason) {
    String pointer = known.place(property) == 0 ? "" : "/" + property;
    int at = known.place(property) == 0 ? place.tokens() : known.place(property);
    place.findings().add(at, rule, strength, new Where(property, rule.section(), pointer), reason);
  }

  private void definition(Frame frame) {
    long properties = frame.shape().bit("extension_properties");
    boolean listed = (frame.seen() & properties) != 0;
    if (known.type().equals(DEFINITION) && listed && !known.definesToplevel()) {
      String reason = "`extension_properties` is for a `toplevel-property-extension`";
      Where where = new Where("extension_properties", "§7.3", "/extension_properties");
      place.findings().add(place.tokens(), StixRule.B31, Strength.MUST, where, reason);
    }
  }

  private void identifier(Frame frame) {
    String text = known.text("id");
    if (text.isEmpty()) {
      return;
    }
    Optional<StixId> id = StixId.parse(text);
    if (id.isEmpty()) {
      String reason = Findings.quote(text) + " is no identifier such as `type--UUID`";
      find(StixRule.B14, Strength.STORAGE, "id", reason);
    } else if (!known.type().isEmpty() && !id.get().type().equals(known.type())) {
      String reason = Findings.quote(text) + " does not begin with the type `" + known.type() + "`";
      find(StixRule.B14, Strength.STORAGE, "id", reason);
    } else {
      uuid(frame, id.get(), text);
    }
  }

  private void uuid(Frame frame, StixId id, String text) {
    StixType type = frame.shape().type();
    int version = id.uuid().version();
    if (!id.toString().equals(text)) {
      find(StixRule.B14, Strength.SHOULD, "id", "the UUID should be written in lower case");
    }
    if (!Syntax.isUuid(id.uuid())) {
      find(StixRule.B14, Strength.MUST, "id", "the UUID is of no variant or version of RFC 4122");
    } else if (type.typeClass() == TypeClass.SCO) {
      observable(frame, version);
    } else if (version != 4 && !type.name().isEmpty()) {
      find(StixRule.B15, Strength.SHOULD, "id", "the UUID should be of version 4");
    }
  }

  private void observable(Frame frame, int version) {
    StixType type = frame.shape().type();
    boolean contributes =
        type.contributing().stream().anyMatch(it -> (frame.seen() & frame.shape().bit(it)) != 0);
    if (version == 5 && !contributes) {
      String reason = "there is nothing that a UUID of version 5 could be made of";
      find(StixRule.B16, Strength.MUST, "id", reason);
    } else if (version != 5 && contributes) {
      find(StixRule.B16, Strength.ADVICE, "id", "the UUID should be of version 5");
    }
  }

  private void beyond(Frame frame) {
    String type = known.type();
    if (type.isEmpty()) {
      find(StixRule.B8, Strength.STORAGE, "type", "`type` is missing or no text");
      return;
    }
    if (!Syntax.isTypeName(type)) {
      String reason = Findings.quote(type) + " is no type name: a-z, 0-9 and -, 3 to 250";
      find(StixRule.B4, Strength.MUST, "type", reason);
    }
    if (type.equals("action")) {
      find(StixRule.B7, Strength.MUST, "type", "`action` is reserved by the standard");
    }
    boolean versioned = known.extendedAs("new-sdo") || known.extendedAs("new-sro");
    if (versioned) {
      common(frame, "spec_version", "created", "modified");
    } else if (!known.extendedAs("new-sco")) {
      custom(frame, type);
    }
  }

  private void custom(Frame frame, String type) {
    boolean prefixed = type.startsWith("x-");
    String reason =
        prefixed
            ? "`" + type + "` is a type of one's own without an extension, which is deprecated"
            : "`" + type + "` is no type of the standard and no extension makes it one";
    find(StixRule.B36, prefixed ? Strength.DEPRECATED : Strength.MUST, "type", reason);
    if ((frame.seen() & frame.shape().bit("modified")) != 0) {
      common(frame, "spec_version", "created");
    }
  }

  private void common(Frame frame, String... names) {
    for (String name : names) {
      boolean missing = (frame.seen() & frame.shape().bit(name)) == 0;
      if (missing && name.equals("spec_version")) {
        find(StixRule.B9, Strength.STORAGE, name, Texts.NO_SPEC_VERSION);
      } else if (missing) {
        find(StixRule.B8, Strength.MUST, name, "`" + name + "` is missing");
      }
    }
  }

  private void unknown(StixType type, Text property) {
    String name = property.text();
    if (known.extendedAs("toplevel-property-extension") || isNewType()) {
      return;
    }
    boolean common = Shapes.standard().ofObject("").slot(name) != null && !type.name().isEmpty();
    boolean meta = META.contains(type.name());
    StixRule rule = common ? StixRule.B8 : StixRule.B37;
    Strength strength =
        common && meta
            ? Strength.MUST
            : name.startsWith("x_") || type.name().isEmpty()
                ? Strength.DEPRECATED
                : Strength.SHOULD;
    String reason =
        "`"
            + name
            + "` is no property of "
            + (type.name().isEmpty() ? "the standard" : type.name());
    place
        .findings()
        .add(
            property.place(),
            rule,
            strength,
            new Where(name, rule.section(), property.pointer()),
            reason);
  }

  private boolean isNewType() {
    return known.extendedAs("new-sdo")
        || known.extendedAs("new-sco")
        || known.extendedAs("new-sro");
  }

  private void oneLevel() {
    Optional<Tlp> first = Optional.empty();
    for (Text marking : known.markings()) {
      Optional<Tlp> level = StixId.parse(marking.text()).flatMap(TlpMarkings::level);
      if (first.isPresent() && level.isPresent() && !level.equals(first)) {
        String reason = "the object has TLP:" + first.get() + " and TLP:" + level.get();
        Where where = new Where("object_marking_refs", "§7.2.1.4", marking.pointer());
        place.findings().add(marking.place(), StixRule.B44, Strength.SHOULD, where, reason);
      }
      first = first.or(() -> level);
    }
  }
}
