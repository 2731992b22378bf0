// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.connector.feed.decode;

import java.io.IOException;
import java.io.Reader;
import org.jspecify.annotations.Nullable;

/** Lines of text, of which no one is held that is too long. */
final class LineSource {
  private final Reader text;
  private final int most;
  private final StringBuilder line = new StringBuilder();
  private long number;
  private boolean cut;
  private boolean afterReturn;

  /**
   * Lines.
   *
   * @param most the most characters of a line, inclusive; of a longer one the beginning is given
   */
  LineSource(Reader text, int most) {
    this.text = text;
    this.most = most;
  }

  /** The next line without its end, or null when there is none. */
  @Nullable String next() throws IOException {
    line.setLength(0);
    cut = false;
    boolean any = false;
    for (int c = text.read(); c >= 0; c = text.read()) {
      boolean second = afterReturn && c == '\n';
      afterReturn = c == '\r';
      if (second) {
        continue;
      }
      any = true;
      if (c == '\n' || c == '\r') {
        break;
      }
      if (line.length() < most) {
        line.append((char) c);
      } else {
        cut = true;
      }
    }
    if (!any) {
      return null;
    }
    number++;
    return line.toString();
  }

  /** Of the line that was given last, counting from 1. */
  long number() {
    return number;
  }

  /** Whether the line that was given last was longer. */
  boolean cut() {
    return cut;
  }
}
