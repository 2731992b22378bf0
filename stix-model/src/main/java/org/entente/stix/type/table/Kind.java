// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.stix.type.table;

import java.util.HashMap;
import java.util.Map;

/** The kinds of values (STIX 2.1 §2, and the syntaxes that single properties have). */
public enum Kind {
  STRING("string", StixRule.B5, "a string"),
  BOOLEAN("boolean", StixRule.B5, "true or false"),
  INTEGER("integer", StixRule.B5, "an integer"),
  FLOAT("float", StixRule.B5, "a number"),
  /** §2.16. */
  TIMESTAMP("timestamp", StixRule.B20, "a timestamp"),
  /** §2.9, of another object: a reference. */
  IDENTIFIER("identifier", StixRule.B19, "an identifier"),
  /** The type of the object itself. */
  TYPE("type", StixRule.B4, "a type name"),
  /** The identifier of the object itself. */
  ID("id", StixRule.B14, "an identifier"),
  SPEC_VERSION("spec-version", StixRule.B9, "a version of the standard"),
  /** One of a vocabulary or enumeration (§2.4, §2.13). */
  VOCABULARY("vocabulary", StixRule.B13, "a string"),
  /** §2.1. */
  BINARY("binary", StixRule.B6, "base64"),
  /** §2.8. */
  HEX("hex", StixRule.B6, "hexadecimal digits"),
  /** §2.7. */
  HASHES("hashes", StixRule.B3, "an object of hashes"),
  /** §2.3. */
  DICTIONARY("dictionary", StixRule.B3, "an object"),
  /** A part, named by the detail. */
  PART("part", StixRule.B5, "an object"),
  /** Any object. */
  OBJECT("object", StixRule.B5, "an object"),
  /** §7.3. */
  EXTENSIONS("extensions", StixRule.B34, "an object of extensions"),
  /** A language tag (RFC 5646). */
  LANGUAGE("language", StixRule.B11, "a language tag"),
  /** RFC 3986. */
  URL("url", StixRule.B10, "a URL"),
  IPV4("ipv4", StixRule.B31, "an IPv4 address or network"),
  IPV6("ipv6", StixRule.B31, "an IPv6 address or network"),
  MAC("mac", StixRule.B31, "a MAC address"),
  /** §4.7, of the language that {@code pattern_type} names. */
  PATTERN("pattern", StixRule.B47, "a pattern"),
  /** §5.1. */
  RELATIONSHIP_TYPE("relationship-type", StixRule.B31, "a relationship type"),
  /** The deprecated observables of observed-data (§4.14): objects by key. */
  OBSERVABLES("observables", StixRule.B3, "an object of observables"),
  /** §7.1: translations by language. */
  TRANSLATIONS("translations", StixRule.B50, "an object of translations"),
  /** §7.2.3. */
  SELECTOR("selector", StixRule.B40, "a selector"),
  SEMANTIC_VERSION("semantic-version", StixRule.B31, "a semantic version");

  private static final Map<String, Kind> BY_WORD = new HashMap<>();

  static {
    for (Kind kind : values()) {
      BY_WORD.put(kind.word, kind);
    }
  }

  private final String word;
  private final StixRule rule;
  private final String article;

  Kind(String word, StixRule rule, String article) {
    this.word = word;
    this.rule = rule;
    this.article = article;
  }

  static Kind of(String word) {
    Kind kind = BY_WORD.get(word);
    if (kind == null) {
      throw new IllegalArgumentException("no kind of value: " + word);
    }
    return kind;
  }

  /** As the tables write it: {@code spec-version}. */
  public String word() {
    return word;
  }

  /** The rule for values of this kind. */
  public StixRule rule() {
    return rule;
  }

  /** As people read it: {@code a timestamp}. */
  public String article() {
    return article;
  }
}
