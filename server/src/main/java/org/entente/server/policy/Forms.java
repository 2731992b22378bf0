// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.policy;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.entente.server.resource.Term;

/**
 * Canonical text of lists: terms by comma, lists by semicolon, {@code -} for none. What resources
 * may be called contains none of these.
 */
final class Forms {
  private static final String NONE = "-";

  private Forms() {}

  static String lists(List<List<Term>> lists) {
    return join(lists.stream().map(l -> l.stream().map(Term::toString).toList()).toList());
  }

  static String sets(List<Set<String>> sets) {
    return join(sets);
  }

  /** In the order in which {@link #lists} writes them, so that equal forms are equal values. */
  static List<Term> canonical(List<Term> terms) {
    return terms.stream().sorted(Comparator.comparing(Term::toString)).distinct().toList();
  }

  static List<List<Term>> canonicalLists(List<List<Term>> lists) {
    return lists.stream()
        .filter(list -> !list.isEmpty())
        .map(Forms::canonical)
        .sorted(Comparator.comparing(list -> lists(List.of(list))))
        .distinct()
        .toList();
  }

  static List<Set<String>> canonicalSets(List<Set<String>> sets) {
    return sets.stream()
        .filter(set -> !set.isEmpty())
        .sorted(Comparator.comparing(set -> sets(List.of(set))))
        .distinct()
        .toList();
  }

  private static String join(List<? extends Collection<String>> lists) {
    String joined =
        lists.stream()
            .map(list -> list.stream().sorted().distinct().collect(Collectors.joining(",")))
            .filter(text -> !text.isEmpty())
            .sorted()
            .distinct()
            .collect(Collectors.joining(";"));
    return joined.isEmpty() ? NONE : joined;
  }

  static List<List<Term>> parseLists(String text) {
    return parse(text).map(list -> list.map(Forms::term).toList()).toList();
  }

  static List<Set<String>> parseSets(String text) {
    return parse(text).map(list -> list.collect(Collectors.toUnmodifiableSet())).toList();
  }

  private static Stream<Stream<String>> parse(String text) {
    return text.equals(NONE)
        ? Stream.empty()
        : Arrays.stream(text.split(";")).map(list -> Arrays.stream(list.split(",")));
  }

  private static Term term(String text) {
    int colon = text.indexOf(':');
    String by = text.substring(0, colon);
    return Arrays.stream(Term.By.values())
        .filter(value -> value.label().equals(by))
        .findFirst()
        .map(value -> new Term(value, text.substring(colon + 1)))
        .orElseThrow(() -> new IllegalArgumentException("no term: `" + text + "`"));
  }
}
