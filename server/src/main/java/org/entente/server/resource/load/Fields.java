// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.resource.load;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.entente.server.resource.Term;
import org.entente.stix.StixId;
import org.entente.stix.Tlp;

/** The fields of a mapping that its schema has accepted. */
record Fields(JsonNode node) {
  Fields in(String name) {
    return new Fields(node.path(name));
  }

  Optional<String> text(String name) {
    return Optional.ofNullable(node.path(name).textValue());
  }

  String need(String name) {
    return text(name).orElseThrow(() -> new IllegalArgumentException("no `" + name + "`"));
  }

  boolean flag(String name, boolean otherwise) {
    return node.path(name).asBoolean(otherwise);
  }

  int number(String name, int otherwise) {
    return node.path(name).asInt(otherwise);
  }

  Optional<Integer> number(String name) {
    return node.has(name) ? Optional.of(node.get(name).intValue()) : Optional.empty();
  }

  /** Sets keep the order of the document. */
  Set<String> texts(String name) {
    return set(name, Function.identity());
  }

  Set<StixId> ids(String name) {
    return set(name, text -> StixId.parse(text).orElseThrow());
  }

  private <T> Set<T> set(String name, Function<String, T> reading) {
    Set<T> set = new LinkedHashSet<>();
    for (JsonNode item : node.path(name)) {
      set.add(reading.apply(item.textValue()));
    }
    return Collections.unmodifiableSet(set);
  }

  List<Fields> items(String name) {
    List<Fields> items = new ArrayList<>();
    node.path(name).forEach(item -> items.add(new Fields(item)));
    return items;
  }

  List<Term> terms(String name) {
    List<Term> terms = new ArrayList<>();
    for (JsonNode item : node.path(name)) {
      for (Term.By by : Term.By.values()) {
        if (item.has(by.label())) {
          terms.add(new Term(by, item.get(by.label()).textValue()));
        }
      }
    }
    return List.copyOf(terms);
  }

  Tlp level(String name, Tlp otherwise) {
    return level(name).orElse(otherwise);
  }

  Optional<Tlp> level(String name) {
    return text(name).map(label -> Tlp.parse(label).orElseThrow());
  }

  Optional<Instant> time(String name) {
    return text(name).map(Fields::parseTime);
  }

  /** Whether a text of the right form names a day or an instant that there is. */
  static boolean isTime(String text) {
    try {
      return parseTime(text).getEpochSecond() != Long.MIN_VALUE;
    } catch (DateTimeException e) {
      return false;
    }
  }

  /** A day is the instant at which it begins in UTC. */
  private static Instant parseTime(String text) {
    return text.indexOf('T') < 0
        ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
        : Instant.parse(text);
  }

  /** A word of an enum whose constants are the words in capitals. */
  <E extends Enum<E>> Optional<E> word(String name, Class<E> type) {
    return text(name)
        .map(word -> Enum.valueOf(type, word.toUpperCase(Locale.ROOT).replace('-', '_')));
  }
}
