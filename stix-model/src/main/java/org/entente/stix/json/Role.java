// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.stix.json;

import org.entente.stix.json.ObjectListener.Token;

/** What a top-level property is to the exchange, and the JSON kind it must have for that. */
enum Role {
  TYPE("a string"),
  ID("a string"),
  SPEC_VERSION("a string"),
  CREATED("a string"),
  MODIFIED("a string"),
  CREATED_BY("a string"),
  REVOKED("true or false"),
  LABELS("a list of strings"),
  MARKINGS("a list of strings"),
  GRANULAR("a list of objects"),
  EXTENSIONS("an object"),
  REFERENCE("a string"),
  REFERENCES("a list of strings"),
  /** A custom property named like a reference (§11.1); it may be, and need not be, one. */
  CUSTOM_REFERENCE(""),
  CUSTOM_REFERENCES(""),
  OTHER("");

  private final String kind;

  Role(String kind) {
    this.kind = kind;
  }

  /** The kind of value in words. */
  String kind() {
    return kind;
  }

  static Role of(String property) {
    return switch (property) {
      case "type" -> TYPE;
      case "id" -> ID;
      case "spec_version" -> SPEC_VERSION;
      case "created" -> CREATED;
      case "modified" -> MODIFIED;
      case "created_by_ref" -> CREATED_BY;
      case "revoked" -> REVOKED;
      case "labels" -> LABELS;
      case "object_marking_refs" -> MARKINGS;
      case "granular_markings" -> GRANULAR;
      case "extensions" -> EXTENSIONS;
      default -> bySuffix(property);
    };
  }

  private static Role bySuffix(String property) {
    boolean custom = property.startsWith("x_");
    if (property.endsWith("_ref")) {
      return custom ? CUSTOM_REFERENCE : REFERENCE;
    }
    if (property.endsWith("_refs")) {
      return custom ? CUSTOM_REFERENCES : REFERENCES;
    }
    return OTHER;
  }

  /** Whether a value of the property may begin with this token. */
  boolean fits(Token token) {
    return switch (this) {
      case OTHER, CUSTOM_REFERENCE, CUSTOM_REFERENCES -> true;
      case REVOKED -> token == Token.TRUE || token == Token.FALSE;
      case LABELS, MARKINGS, GRANULAR, REFERENCES -> token == Token.START_ARRAY;
      case EXTENSIONS -> token == Token.START_OBJECT;
      default -> token == Token.STRING;
    };
  }

  /** Whether an item of the property, if it is a list, may begin with this token. */
  boolean fitsItem(Token token) {
    return switch (this) {
      case LABELS, MARKINGS, REFERENCES -> token == Token.STRING;
      case GRANULAR -> token == Token.START_OBJECT;
      default -> true;
    };
  }

  /** Whether ids within the property's text are no references of their own. */
  boolean isAccountedFor() {
    return switch (this) {
      case OTHER, EXTENSIONS, LABELS, CUSTOM_REFERENCE, CUSTOM_REFERENCES -> false;
      default -> true;
    };
  }
}
