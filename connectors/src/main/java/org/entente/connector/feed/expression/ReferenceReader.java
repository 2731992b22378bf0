// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.connector.feed.expression;

import java.util.ArrayList;
import java.util.List;

/** Reads what stands between <code>${</code> and <code>}</code>. */
final class ReferenceReader {
  private final String source;
  private final Times times;
  private int at;

  ReferenceReader(String source, int start, Times times) {
    this.source = source;
    this.at = start;
    this.times = times;
  }

  String field() throws ExpressionException {
    String name = word("._-");
    if (name.isEmpty()) {
      throw new ExpressionException("a field's name is missing in `" + source + "`");
    }
    return name;
  }

  List<Filter> filters() throws ExpressionException {
    List<Filter> filters = new ArrayList<>();
    skip();
    while (take('|')) {
      String name = word("_");
      List<String> arguments = new ArrayList<>();
      if (take('(')) {
        arguments.add(quoted());
        need(')');
      }
      filters.add(Filters.of(name, arguments, times));
      skip();
    }
    need('}');
    return List.copyOf(filters);
  }

  /** Behind the reference. */
  int end() {
    return at;
  }

  private void skip() {
    while (at < source.length() && source.charAt(at) == ' ') {
      at++;
    }
  }

  private boolean take(char wanted) {
    skip();
    if (at < source.length() && source.charAt(at) == wanted) {
      at++;
      return true;
    }
    return false;
  }

  private void need(char wanted) throws ExpressionException {
    if (!take(wanted)) {
      throw new ExpressionException("`" + wanted + "` is missing in `" + source + "`");
    }
  }

  private String word(String more) {
    skip();
    int start = at;
    while (at < source.length()
        && (Character.isLetterOrDigit(source.charAt(at)) || more.indexOf(source.charAt(at)) >= 0)) {
      at++;
    }
    return source.substring(start, at);
  }

  /** Text between single quotes; a quote in it is written twice. */
  private String quoted() throws ExpressionException {
    need('\'');
    StringBuilder text = new StringBuilder();
    while (at < source.length()) {
      char c = source.charAt(at++);
      if (c != '\'') {
        text.append(c);
      } else if (at < source.length() && source.charAt(at) == '\'') {
        text.append('\'');
        at++;
      } else {
        return text.toString();
      }
    }
    throw new ExpressionException("`'` is missing in `" + source + "`");
  }
}
