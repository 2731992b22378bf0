// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.stix.json;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.entente.stix.json.ObjectListener.Token;
import org.jspecify.annotations.Nullable;

/** The parser's place, as listeners see it. */
final class TokenCursor implements ObjectListener.Cursor {
  private final JsonParser parser;
  private int depth;
  private int nextDepth;

  TokenCursor(JsonParser parser) {
    this.parser = parser;
  }

  /** Goes to the next token; null at the end. */
  @Nullable Token advance() throws IOException {
    depth = nextDepth;
    var token = parser.nextToken();
    if (token == null) {
      return null;
    }
    return switch (token) {
      case START_OBJECT -> opened(Token.START_OBJECT);
      case START_ARRAY -> opened(Token.START_ARRAY);
      case END_OBJECT -> closed(Token.END_OBJECT);
      case END_ARRAY -> closed(Token.END_ARRAY);
      case FIELD_NAME -> Token.NAME;
      case VALUE_STRING -> Token.STRING;
      case VALUE_NUMBER_INT -> Token.INTEGER;
      case VALUE_NUMBER_FLOAT -> Token.DECIMAL;
      case VALUE_TRUE -> Token.TRUE;
      case VALUE_FALSE -> Token.FALSE;
      case VALUE_NULL, VALUE_EMBEDDED_OBJECT, NOT_AVAILABLE -> Token.NULL;
    };
  }

  private Token opened(Token token) {
    nextDepth++;
    return token;
  }

  private Token closed(Token token) {
    depth--;
    nextDepth--;
    return token;
  }

  @Override
  public String text() {
    try {
      return parser.getText();
    } catch (IOException notJson) {
      throw new UncheckedIOException(notJson);
    }
  }

  @Override
  public String pointer() {
    return parser.getParsingContext().pathAsPointer().toString();
  }

  @Override
  public int depth() {
    return depth;
  }

  /** Adds the identifiers within a string to what was found. */
  void findIds(TextIds ids) {
    try {
      int offset = parser.getTextOffset();
      ids.find(parser.getTextCharacters(), offset, offset + parser.getTextLength());
    } catch (IOException notJson) {
      throw new UncheckedIOException(notJson);
    }
  }
}
