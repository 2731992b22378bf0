// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.stix.json;

/** Follows the tokens of an object while its facts are read, so that one pass serves both. */
@FunctionalInterface
public interface ObjectListener {
  /**
   * An object begins.
   *
   * @param type its {@code type}, wherever in it that stands; empty when it has none
   */
  default void begin(String type) {}

  /**
   * The next token, in the order of the bytes.
   *
   * @param token the kind of token
   * @param at the token itself, good until the call returns
   */
  void token(Token token, Cursor at);

  /** The kinds of token. */
  enum Token {
    START_OBJECT,
    END_OBJECT,
    START_ARRAY,
    END_ARRAY,
    NAME,
    STRING,
    INTEGER,
    DECIMAL,
    TRUE,
    FALSE,
    NULL
  }

  /** Where the reader stands. */
  interface Cursor {
    /** The name or string without quotes and escapes, or the number or literal as sent. */
    String text();

    /** The JSON pointer (RFC 6901) of the token from the object; made anew at each call. */
    String pointer();

    /** How many objects and arrays are open around the token; 0 for the object's own braces. */
    int depth();
  }
}
