// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.stix.build;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.entente.stix.StixId;
import org.entente.stix.StixTimestamp;
import org.entente.stix.pattern.ObservationExpression;
import org.entente.stix.type.table.Kind;
import org.entente.stix.type.table.Property;

/** Makes values of JSON out of the values that builders take. */
final class Values {
  private static final DateTimeFormatter MILLISECONDS =
      new DateTimeFormatterBuilder().appendInstant(3).toFormatter(Locale.ROOT);

  private Values() {}

  static Object of(Property property, Object value) {
    if (!property.list()) {
      return single(property, value);
    }
    if (!(value instanceof Collection<?> items) || items.isEmpty()) {
      throw new IllegalArgumentException(
          "`" + property.name() + "` takes a list of one or more items");
    }
    return items.stream().map(item -> single(property, item)).toList();
  }

  private static Object single(Property property, Object value) {
    Object made = free(value);
    boolean fits =
        switch (property.kind()) {
          case BOOLEAN -> value instanceof Boolean;
          case INTEGER -> made instanceof Long;
          case FLOAT -> made instanceof Long || made instanceof BigDecimal;
          case TIMESTAMP -> value instanceof Instant || value instanceof StixTimestamp;
          case IDENTIFIER, ID -> value instanceof StixId;
          case PATTERN -> made instanceof String;
          case PART ->
              value instanceof Part part && property.part().orElseThrow().equals(part.name());
          case HASHES, DICTIONARY, OBJECT, EXTENSIONS, OBSERVABLES, TRANSLATIONS ->
              made instanceof Map<?, ?>;
          default -> value instanceof String;
        };
    if (!fits) {
      String kind =
          property.kind() == Kind.PART ? property.detail().get(0) : property.kind().word();
      throw new IllegalArgumentException(
          "`" + property.name() + "` takes a value of kind " + kind + ", not " + value.getClass());
    }
    return made;
  }

  /** A value that no property of the standard bounds. */
  static Object free(Object value) {
    if (value instanceof String
        || value instanceof Boolean
        || value instanceof Long
        || value instanceof BigDecimal) {
      return value;
    }
    if (value instanceof Integer number) {
      return number.longValue();
    }
    if (value instanceof Double number) {
      return BigDecimal.valueOf(number);
    }
    if (value instanceof Instant instant) {
      return MILLISECONDS.format(instant);
    }
    if (value instanceof StixTimestamp timestamp) {
      return timestamp.text();
    }
    if (value instanceof StixId || value instanceof ObservationExpression) {
      return value.toString();
    }
    if (value instanceof Part part) {
      return part.members();
    }
    if (value instanceof Collection<?> items) {
      return List.copyOf(items.stream().map(Values::free).toList());
    }
    if (value instanceof Map<?, ?> members) {
      return members(members);
    }
    throw new IllegalArgumentException("no value of STIX: " + value.getClass());
  }

  private static Map<String, Object> members(Map<?, ?> members) {
    Map<String, Object> made = new LinkedHashMap<>();
    members.forEach((name, value) -> made.put((String) name, free(value)));
    return made;
  }
}
