// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.stix.type;

import java.util.Map;
import java.util.Set;
import org.entente.stix.StixId;
import org.entente.stix.json.ObjectListener.Token;
import org.entente.stix.type.syntax.Syntax;
import org.entente.stix.type.table.StixRule;
import org.entente.stix.type.table.StixTable;
import org.entente.stix.type.table.Strength;
import org.entente.stix.type.table.Vocabulary;
import org.jspecify.annotations.Nullable;

/** Objects whose keys the producer chooses: hashes, dictionaries, extensions, translations. */
final class Keys {
  /** Names that the standard keeps for itself (§3.8). */
  private static final Set<String> RESERVED =
      Set.of("severity", "username", "phone_number", "phone_numbers", "action");

  /** How many hexadecimal digits the hashes of the vocabulary have (§10.7). */
  private static final Map<String, Integer> DIGITS =
      Map.of(
          "MD5", 32, "SHA-1", 40, "SHA-256", 64, "SHA-512", 128, "SHA3-256", 64, "SHA3-512", 128);

  private final Place place;
  private final Known known;
  private final Shapes shapes;

  Keys(Place place, Known known, Shapes shapes) {
    this.place = place;
    this.known = known;
    this.shapes = shapes;
  }

  /** Whether a property that the standard does not define is one that it forbids. */
  boolean reserved(String name) {
    boolean reserved = RESERVED.contains(name);
    if (reserved) {
      String reason = "`" + name + "` is reserved by the standard";
      place.find(StixRule.B7, Strength.MUST, name, reason);
    }
    return reserved;
  }

  /** A key. */
  void key(Frame frame, String key) {
    switch (frame.mode()) {
      case HASHES -> hashKey(frame, key);
      case DICTIONARY -> {
        if (!Syntax.isKey(key)) {
          illegalKey(key, "a key of a dictionary");
        }
      }
      case EXTENSIONS -> extensionKey(key);
      case TRANSLATIONS -> {
        if (!Syntax.isLanguage(key)) {
          String reason = Findings.quote(key) + " is not a language tag";
          place.find(StixRule.B50, Strength.MUST, "contents", reason);
        }
      }
      default -> {}
    }
  }

  private void hashKey(Frame frame, String key) {
    Slot slot = frame.slot();
    if (!Syntax.isKey(key)) {
      illegalKey(key, "a name of a hash");
    } else if (slot != null
        && slot.property().vocabulary().filter(v -> v.values().contains(key)).isEmpty()) {
      String reason = Findings.quote(key) + " is not in hash-algorithm-ov";
      place.find(StixRule.B13, Strength.ADVICE, key, reason);
    }
  }

  private void illegalKey(String key, String what) {
    String reason = Findings.quote(key) + " is not " + what + ": A-Z, a-z, 0-9, _ and -, 3 to 250";
    place.find(StixRule.B3, Strength.MUST, key, reason);
  }

  private void extensionKey(String key) {
    known.extension(key);
    Shape shape = shapes.named(key);
    if (shape != null && shape.type().of().isPresent()) {
      String of = shape.type().of().get();
      if (!of.equals(known.type())) {
        String reason = "`" + key + "` is an extension of `" + of + "`";
        place.find(StixRule.B34, Strength.MUST, key, reason);
      }
    } else if (isDefinition(key)) {
      StixId.parse(key).ifPresent(known::definition);
    } else {
      boolean custom = key.endsWith("-ext") && Syntax.isTypeName(key);
      String reason =
          Findings.quote(key)
              + (custom
                  ? " is an extension without a definition, which is deprecated"
                  : " is no predefined extension and no identifier of an extension-definition");
      place.find(StixRule.B34, custom ? Strength.DEPRECATED : Strength.MUST, key, reason);
    }
  }

  static boolean isDefinition(String key) {
    return StixId.parse(key).filter(id -> id.type().equals("extension-definition")).isPresent();
  }

  /** The shape of a predefined extension, null for any other. */
  @Nullable Shape extension(String key) {
    Shape shape = shapes.named(key);
    return shape != null && shape.type().of().isPresent() ? shape : null;
  }

  /** A value, which is no object of an extension. */
  void value(Frame frame) {
    Token token = place.token();
    switch (frame.mode()) {
      case HASHES -> hash(frame.name());
      case DICTIONARY -> entry(frame);
      case EXTENSIONS ->
          place.find(StixRule.B35, Strength.MUST, frame.name(), "an extension must be an object");
      case EXTENSION -> {
        if (frame.name().equals("extension_type")) {
          extensionType();
        } else {
          known.definition(frame.name(), place);
        }
      }
      case OBSERVABLES -> {
        if (token != Token.START_OBJECT) {
          place.find(StixRule.B5, Strength.MUST, frame.name(), "an observable must be an object");
        }
      }
      case TRANSLATIONS -> {
        if (token != Token.START_OBJECT) {
          place.find(
              StixRule.B50,
              Strength.MUST,
              "contents",
              "translations must be an object for a language");
        }
      }
      case TRANSLATION -> {
        if (token == Token.INTEGER || token == Token.DECIMAL || isTruth(token)) {
          place.find(StixRule.B50, Strength.MUST, "contents", "only text is translated");
        }
      }
      case FREE -> known.definition(frame.name(), place);
      default -> {}
    }
  }

  private static boolean isTruth(Token token) {
    return token == Token.TRUE || token == Token.FALSE;
  }

  private void hash(String name) {
    if (place.token() != Token.STRING) {
      place.find(StixRule.B5, Strength.MUST, name, "a hash must be a string");
      return;
    }
    Integer digits = DIGITS.get(name);
    String text = place.text();
    if (digits != null && (text.length() != digits || !Syntax.isHex(text))) {
      String reason = Findings.quote(text) + " is not " + digits + " hexadecimal digits";
      place.find(StixRule.B3, Strength.MUST, name, reason);
    }
  }

  private void entry(Frame frame) {
    Slot slot = frame.slot();
    if (slot == null || slot.property().detail().isEmpty()) {
      return;
    }
    var kinds = slot.property().detail();
    boolean fits =
        switch (place.token()) {
          case STRING -> kinds.contains("string");
          case INTEGER -> kinds.contains("integer");
          case START_ARRAY -> kinds.contains("string[]");
          default -> false;
        };
    if (!fits) {
      String reason = Findings.quote(frame.name()) + " must be " + String.join(" or ", kinds);
      place.find(StixRule.B5, Strength.MUST, slot.property(), reason);
    }
  }

  private void extensionType() {
    Vocabulary types = StixTable.standard().vocabulary("extension-type-enum").orElseThrow();
    String text = place.token() == Token.STRING ? place.text() : "";
    if (types.values().contains(text)) {
      known.extensionType(text);
    } else {
      String reason = "`extension_type` must be one of " + String.join(", ", types.values());
      place.find(StixRule.B35, Strength.MUST, "extension_type", reason);
    }
  }

  /** Such an object ends. */
  void close(Frame frame) {
    switch (frame.mode()) {
      case HASHES, DICTIONARY, OBSERVABLES, TRANSLATIONS, TRANSLATION, EXTENSIONS -> {
        if (frame.items() == 0) {
          Slot slot = frame.slot();
          String name = slot == null ? "" : slot.property().name();
          place.find(StixRule.B3, Strength.SHOULD, name, "an object of values should not be empty");
        }
      }
      case EXTENSION -> {
        if (!frame.typed()) {
          place.find(
              StixRule.B35,
              Strength.MUST,
              "extension_type",
              "the extension has no `extension_type`");
        }
      }
      default -> {}
    }
  }
}
