// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.connector.taxii.push;

/**
 * Finds where the values of a text begin and end: one after the other, on lines or not, or the
 * elements of one array. Looks at structure alone; whether it is JSON is for others to check.
 */
public final class JsonSequence {
  /** Receives the values. */
  public interface Values {
    /** The next bytes of the value at hand. */
    void part(byte[] chunk, int offset, int length);

    /** The value at hand is whole. */
    void end();
  }

  private final Values values;
  private int depth;
  private boolean quoted;
  private boolean escaped;

  /** Whether there was white space only. */
  private boolean blank = true;

  /** Whether the value at hand is none of braces: a number, a string or rubbish. */
  private boolean bare;

  /**
   * Prepares for one text.
   *
   * @param values receives its values
   */
  public JsonSequence(Values values) {
    this.values = values;
  }

  /** Takes the next bytes. */
  public void feed(byte[] chunk, int length) {
    int start = 0;
    for (int at = 0; at < length; at++) {
      boolean outside = depth == 0 && !bare;
      byte b = chunk[at];
      blank = blank && isSpace(b);
      if (outside && separates(b)) {
        start = at + 1;
      } else if (outside && b != '{') {
        bare = true;
      } else if (bare ? b == '\n' : closes(b)) {
        values.part(chunk, start, at + 1 - start);
        values.end();
        bare = false;
        start = at + 1;
      }
    }
    if (start < length) {
      values.part(chunk, start, length - start);
    }
  }

  private static boolean separates(byte b) {
    return isSpace(b) || b == ',' || b == '[' || b == ']';
  }

  private static boolean isSpace(byte b) {
    return b == ' ' || b == '\n' || b == '\r' || b == '\t';
  }

  /** Whether what was fed so far is nothing but white space. */
  public boolean isBlank() {
    return blank;
  }

  /** Follows a byte of a value in braces; says whether it is its last. */
  private boolean closes(byte b) {
    if (quoted) {
      if (escaped) {
        escaped = false;
      } else if (b == '\\') {
        escaped = true;
      } else if (b == '"') {
        quoted = false;
      }
      return false;
    }
    switch (b) {
      case '"' -> quoted = true;
      case '{', '[' -> depth++;
      case '}', ']' -> depth--;
      default -> {
        return false;
      }
    }
    return depth == 0;
  }

  /** Says that the last byte was fed. */
  public void end() {
    if (depth > 0 || bare) {
      values.end();
    }
  }
}
