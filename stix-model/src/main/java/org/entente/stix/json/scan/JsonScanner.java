// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.stix.json.scan;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Follows JSON (RFC 8259, strict UTF-8) byte by byte, and can stop and go on anywhere. It checks
 * the grammar and says where tokens are; it keeps nothing but what is open.
 */
public final class JsonScanner {
  private static final int VALUE = 0;
  private static final int FIRST_ITEM = 1;
  private static final int FIRST_NAME = 2;
  private static final int NAME = 3;
  private static final int COLON = 4;
  private static final int AFTER = 5;
  private static final int DONE = 6;
  private static final int STRING = 7;
  private static final int NUMBER = 8;
  private static final int LITERAL = 9;
  private static final int STOPPED = 10;

  private static final String XML = "this is XML: STIX 1 is not accepted, only STIX 2.1";

  private final TokenHandler handler;
  private int state = VALUE;
  private long base;
  private long token;

  private final Containers containers = new Containers();
  private final StringScanner string = new StringScanner();
  private boolean naming;
  private byte number;
  private boolean exponent;
  private String literal = "";
  private int literalAt;
  private @Nullable String failure;
  private long failedAt;

  /**
   * A scanner of one text.
   *
   * @param handler is told of the tokens
   */
  public JsonScanner(TokenHandler handler) {
    this.handler = handler;
  }

  /** How many containers are open. */
  public int depth() {
    return containers.depth();
  }

  /** Whether the text so far ends within a string. */
  public boolean inString() {
    return state == STRING;
  }

  /** Where the token began that the text so far ends in. */
  public long token() {
    return token;
  }

  /** What is wrong with the text, or null as long as nothing is. */
  public @Nullable String failure() {
    return failure;
  }

  /** Where it was noticed. */
  public long failedAt() {
    return failedAt;
  }

  /** Looks at no further byte. */
  public void stop() {
    state = STOPPED;
  }

  /**
   * Reads on.
   *
   * @param bytes holds the text
   * @param from the first byte to read
   * @param to the byte after the last one
   * @param start the offset in the text of {@code bytes[0]}
   */
  public void scan(byte[] bytes, int from, int to, long start) {
    base = start;
    int at = from;
    while (at < to) {
      at =
          switch (state) {
            case STRING -> string(bytes, at, to);
            case NUMBER -> number(bytes, at, to);
            case LITERAL -> literal(bytes[at], at);
            case STOPPED -> to;
            default -> structure(bytes, at, to);
          };
    }
  }

  /**
   * Says that the text has ended.
   *
   * @param end its length
   */
  public void finish(long end) {
    if (state == NUMBER && depth() == 0 && NumberSteps.complete(number)) {
      state = DONE;
      handler.number(token, end, exponent);
    } else if (end == 0) {
      stop("the body is empty", 0);
    } else if (state != DONE && state != STOPPED) {
      stop("the body is cut off", end);
    }
  }

  private int structure(byte[] bytes, int from, int to) {
    int at = from;
    byte b = bytes[at];
    while (b == ' ' || b == '\n' || b == '\r' || b == '\t') {
      at = b == '\n' ? PlainBytes.afterSpaces(bytes, at + 1, to) : at + 1;
      if (at == to) {
        return to;
      }
      b = bytes[at];
    }
    return switch (state) {
      case VALUE -> value(b, at);
      case FIRST_ITEM -> b == ']' ? close(b, at) : value(b, at);
      case FIRST_NAME -> b == '}' ? close(b, at) : name(b, at);
      case NAME -> name(b, at);
      case COLON -> {
        state = VALUE;
        yield b == ':' ? at + 1 : unexpected(b, "a colon was expected", at);
      }
      case AFTER -> after(b, at);
      default -> unexpected(b, "the text has ended", at);
    };
  }

  private int value(byte b, int at) {
    token = base + at;
    return switch (b) {
      case '"' -> startString(false, at);
      case '{' -> open(true, at);
      case '[' -> open(false, at);
      case '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> {
        state = NUMBER;
        exponent = false;
        number = b == '-' ? NumberSteps.MINUS : b == '0' ? NumberSteps.ZERO : NumberSteps.INTEGER;
        yield at + 1;
      }
      case 't' -> startLiteral("true", at);
      case 'f' -> startLiteral("false", at);
      case 'n' -> startLiteral("null", at);
      case '<' -> depth() == 0 ? fail(XML, at) : unexpected(b, "a value was expected", at);
      default -> unexpected(b, "a value was expected", at);
    };
  }

  private int name(byte b, int at) {
    token = base + at;
    return b == '"' ? startString(true, at) : unexpected(b, "a name was expected", at);
  }

  private int after(byte b, int at) {
    if (b == ',') {
      state = containers.inObject() ? NAME : VALUE;
      return at + 1;
    }
    return b == (containers.inObject() ? '}' : ']')
        ? close(b, at)
        : unexpected(b, "a comma or an end was expected", at);
  }

  private int open(boolean object, int at) {
    containers.open(object);
    state = object ? FIRST_NAME : FIRST_ITEM;
    handler.open(object, base + at);
    return at + 1;
  }

  private int close(byte b, int at) {
    containers.close();
    afterValue();
    handler.close(b == '}', base + at + 1);
    return at + 1;
  }

  private void afterValue() {
    state = depth() == 0 ? DONE : AFTER;
  }

  private int startString(boolean isName, int at) {
    naming = isName;
    string.begin();
    state = STRING;
    return at + 1;
  }

  private int string(byte[] bytes, int from, int to) {
    int at = string.scan(bytes, from, to);
    if (string.ended()) {
      endString(base + at);
      return at;
    }
    String problem = string.failure();
    if (problem == null) {
      return at;
    }
    return problem.equals(StringScanner.NOT_UTF8)
        ? fail("the body is not UTF-8", at)
        : unexpected(bytes[at], problem, at);
  }

  private void endString(long end) {
    if (string.lone()) {
      handler.loneSurrogate(token);
    }
    if (naming) {
      state = COLON;
      handler.name(token, end, string.escaped());
    } else {
      afterValue();
      handler.string(token, end, string.escaped());
    }
  }

  private int number(byte[] bytes, int from, int to) {
    for (int at = from; at < to; at++) {
      byte next = NumberSteps.next(number, bytes[at]);
      if (next == NumberSteps.END) {
        afterValue();
        handler.number(token, base + at, exponent);
        return at;
      }
      if (next == NumberSteps.BAD) {
        return unexpected(bytes[at], "within a number", at);
      }
      number = next;
      exponent |= next == NumberSteps.EXPONENT;
    }
    return to;
  }

  private int startLiteral(String expected, int at) {
    literal = expected;
    literalAt = 1;
    state = LITERAL;
    return at + 1;
  }

  private int literal(byte b, int at) {
    if (b != literal.charAt(literalAt)) {
      return unexpected(b, "`" + literal + "` was expected", at);
    }
    if (++literalAt == literal.length()) {
      afterValue();
      handler.literal(token);
    }
    return at + 1;
  }

  private int unexpected(byte b, String where, int at) {
    if (b < 0 && base + at == 0) {
      boolean mark = (b & 0xff) == 0xef;
      return fail(mark ? "the body begins with a byte order mark" : "the body is not UTF-8", at);
    }
    String what =
        b == 0
            ? "a NUL byte"
            : b > ' ' && b < 0x7f && b != '`'
                ? "`" + (char) b + "`"
                : String.format(Locale.ROOT, "byte 0x%02x", b);
    return fail("the body is not JSON: unexpected " + what + ", " + where, at);
  }

  private int fail(String reason, int at) {
    stop(reason, base + at);
    return at + 1;
  }

  private void stop(String reason, long offset) {
    failure = reason;
    failedAt = offset;
    state = STOPPED;
  }
}
