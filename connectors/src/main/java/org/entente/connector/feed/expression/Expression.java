// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.connector.feed.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Text with references to fields, {@code ${field | filter | filter('text')}}. Nothing can be
 * computed but by the fixed filters. Safe for use by several threads.
 */
public final class Expression {
  /** A part: text as it stands, or a field with what is done to it. */
  private sealed interface Part {
    record Text(String text) implements Part {}

    record Reference(String field, List<Filter> filters) implements Part {
      @Nullable Object value(Fields fields) {
        Object value = fields.get(field);
        for (Filter filter : filters) {
          value = filter.apply(value);
        }
        return Filters.isEmpty(value) ? null : value;
      }
    }
  }

  private final String source;
  private final List<Part> parts;

  private Expression(String source, List<Part> parts) {
    this.source = source;
    this.parts = parts;
  }

  /**
   * Reads an expression.
   *
   * @param source as the definition has it
   * @param times what {@code date} reads
   */
  public static Expression parse(String source, Times times) throws ExpressionException {
    List<Part> parts = new ArrayList<>();
    int at = 0;
    for (int start = source.indexOf("${"); start >= 0; start = source.indexOf("${", at)) {
      if (start > at) {
        parts.add(new Part.Text(source.substring(at, start)));
      }
      ReferenceReader reader = new ReferenceReader(source, start + 2, times);
      String field = reader.field();
      parts.add(new Part.Reference(field, reader.filters()));
      at = reader.end();
    }
    if (at < source.length()) {
      parts.add(new Part.Text(source.substring(at)));
    }
    return new Expression(source, List.copyOf(parts));
  }

  /** The fields that are named. */
  public Set<String> fields() {
    Set<String> names = new TreeSet<>();
    for (Part part : parts) {
      if (part instanceof Part.Reference reference) {
        names.add(reference.field());
      }
    }
    return names;
  }

  /**
   * The text for a record; where several are, a list's first. Null when any field that is named
   * comes to nothing.
   */
  public @Nullable String text(Fields fields) {
    if (parts.size() == 1) {
      return text(parts.get(0), fields);
    }
    StringBuilder whole = new StringBuilder();
    for (Part part : parts) {
      String text = text(part, fields);
      if (text == null) {
        return null;
      }
      whole.append(text);
    }
    return whole.length() == 0 ? null : whole.toString();
  }

  private static @Nullable String text(Part part, Fields fields) {
    Object value = value(part, fields);
    return value instanceof List<?> list ? String.valueOf(list.get(0)) : (String) value;
  }

  private static @Nullable Object value(Part part, Fields fields) {
    return part instanceof Part.Text text ? text.text() : ((Part.Reference) part).value(fields);
  }

  /** The texts for a record, empty when there is none. */
  public List<String> list(Fields fields) {
    if (parts.size() == 1 && value(parts.get(0), fields) instanceof List<?> list) {
      return list.stream().map(String::valueOf).distinct().toList();
    }
    String text = text(fields);
    return text == null ? List.of() : List.of(text);
  }

  @Override
  public String toString() {
    return source;
  }
}
