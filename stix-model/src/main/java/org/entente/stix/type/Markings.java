// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.stix.type;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.entente.stix.StixId;
import org.entente.stix.Tlp;
import org.entente.stix.TlpMarkings;
import org.entente.stix.type.Known.Text;
import org.entente.stix.type.table.StixRule;
import org.entente.stix.type.table.Strength;

/** Marking-definitions (§7.2): those of TLP are given, and the others are more or less known. */
final class Markings {
  private static final String TLP_1 = "2017-01-20T00:00:00.000Z";
  private static final String TLP_2 = "2022-10-01T00:00:00.000Z";

  private static final Map<String, String> FIRST =
      Map.of(
          "marking-definition--613f2e26-407d-48c7-9eca-b8e91df99dc9", "white",
          "marking-definition--34098fce-860f-48ae-8e50-ebd3cc5e41da", "green",
          "marking-definition--f88d31f6-486f-44da-b317-01333bde0b82", "amber",
          "marking-definition--5e57c739-391a-4eb3-b6be-7d15ca92d5ed", "red");

  private static final Map<String, String> COMMUNITIES =
      Map.of(
          "extension-definition--762e2e97-ee51-43e5-a9ea-165fbb862c4a", "IEP",
          "extension-definition--f8d78575-edfd-406e-8e84-6162a8450f5b", "PAP",
          "extension-definition--3a65884d-005a-4290-8335-cb2d778a83ce", "ACS");

  private static final List<String> FIRST_HAS =
      List.of("type", "spec_version", "id", "created", "name", "definition_type", "definition");
  private static final List<String> SECOND_HAS =
      List.of("type", "spec_version", "id", "created", "name", "extensions");

  private final Place place;
  private final Known known;

  Markings(Place place, Known known) {
    this.place = place;
    this.known = known;
  }

  /** The object, if it is a marking-definition. */
  void check(Frame frame) {
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
    Optional<Tlp> level = StixId.parse(id).flatMap(TlpMarkings::level);
    if (known.text("definition_type").equals("tlp") || FIRST.containsKey(id)) {
      first(frame, id);
    } else if (level.isPresent() || !known.text("tlp_2_0").isEmpty()) {
      second(frame, level);
    } else {
      other(frame);
    }
  }

  private void first(Frame frame, String id) {
    String level = FIRST.get(id);
    if (level == null) {
      find(StixRule.B42, "id", "only the four of the standard are of type `tlp`");
    } else if (!known.text("definition_type").equals("tlp")
        || !known.text("created").equals(TLP_1)
        || !known.text("tlp").equals(level)) {
      redefined(StixRule.B42, "definition", level, "the standard");
    } else {
      added(StixRule.B42, frame, FIRST_HAS, level, "the standard");
    }
  }

  private void second(Frame frame, Optional<Tlp> level) {
    if (level.isEmpty()) {
      find(StixRule.B43, "id", "only five marking-definitions have `tlp_2_0`");
      return;
    }
    String label = level.get().label().toLowerCase(Locale.ROOT);
    if (!known.text("created").equals(TLP_2) || !known.text("tlp_2_0").equals(label)) {
      redefined(StixRule.B43, "extensions", label, "FIRST");
    } else {
      added(StixRule.B43, frame, SECOND_HAS, label, "FIRST");
    }
  }

  /** What a given definition does not have, or has by another name. */
  private void added(StixRule rule, Frame frame, List<String> has, String level, String by) {
    String name = known.text("name");
    long allowed = has.stream().mapToLong(frame.shape()::bit).reduce(0, (a, b) -> a | b);
    if (!name.isEmpty() && !name.equals("TLP:" + level.toUpperCase(Locale.ROOT))) {
      redefined(rule, "name", level, by);
    } else if ((frame.seen() & ~allowed) != 0 || !known.unknown().isEmpty()) {
      String more = "there is more in it than in TLP:" + level + " as " + by + " has it";
      place
          .findings()
          .add(place.tokens(), rule, Strength.MUST, new Where("", "§7.2.1.4", ""), more);
    }
  }

  private void redefined(StixRule rule, String property, String level, String by) {
    find(rule, property, "this is not TLP:" + level + " as " + by + " has it");
  }

  private void other(Frame frame) {
    String type = known.text("definition_type");
    boolean defined = (frame.seen() & frame.shape().bit("definition")) != 0;
    if (type.equals("statement") && defined && known.text("statement").isEmpty()) {
      Where where = new Where("definition", "§7.2.1.3", "/definition");
      String reason = "a statement is a text in `statement`";
      place.findings().add(place.tokens(), StixRule.B31, Strength.MUST, where, reason);
    }
    for (String extension : known.extensions()) {
      String name = COMMUNITIES.getOrDefault(extension, "an extension");
      unknown("extensions", "`" + extension + "` (" + name + ")");
    }
    if (known.extensions().isEmpty() && !type.isEmpty() && !type.equals("statement")) {
      unknown("definition_type", Findings.quote(type));
    }
  }

  private void unknown(String property, String what) {
    Where where = new Where(property, StixRule.B45.section(), "/" + property);
    String reason = what + " is no marking that is judged here: its owner alone sees what has it";
    place.findings().add(place.tokens(), StixRule.B45, Strength.ADVICE, where, reason);
  }

  private void find(StixRule rule, String property, String reason) {
    Where where = new Where(property, "§7.2.1.4", "/" + property);
    place.findings().add(place.tokens(), rule, Strength.MUST, where, reason);
  }
}
