// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.stix.type.pattern;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.entente.stix.StixTimestamp;
import org.entente.stix.pattern.ComparisonExpression.Comparison;
import org.entente.stix.pattern.ComparisonOperator;
import org.entente.stix.pattern.Literal;
import org.entente.stix.type.syntax.Addresses;
import org.entente.stix.type.table.Kind;

/** Holds the values of a comparison against the property that they are compared with. */
final class Values {
  private Values() {}

  static List<Remark> check(Comparison comparison, Leaf leaf) {
    List<Remark> found = new ArrayList<>();
    if (leaf.list()) {
      found.add(
          Remark.should("`" + comparison.path() + "` is a list: `[*]` or an index is missing"));
      return found;
    }
    for (Literal value : comparison.values()) {
      check(comparison, value, leaf.kinds(), found);
    }
    if (comparison.operator() == ComparisonOperator.IN) {
      set(comparison, found);
    }
    return found;
  }

  private static void check(
      Comparison comparison, Literal value, Set<Kind> kinds, List<Remark> found) {
    if (value instanceof Literal.Timestamp time && StixTimestamp.parse(time.text()).isEmpty()) {
      found.add(noTime(time));
    }
    if (!kinds.isEmpty() && kinds.stream().noneMatch(kind -> fits(value, kind))) {
      String kind = kinds.iterator().next().article();
      found.add(
          Remark.should(
              "`" + comparison.path() + "` is " + kind + ", which `" + value + "` is not"));
      return;
    }
    switch (comparison.operator()) {
      case ISSUBSET, ISSUPERSET -> network(comparison, (Literal.Text) value, kinds, found);
      case MATCHES -> Expressions.wrong(((Literal.Text) value).value()).ifPresent(found::add);
      default -> {}
    }
  }

  static Remark noTime(Literal.Timestamp time) {
    return Remark.should("`" + time + "` is a time that there is not");
  }

  private static void network(
      Comparison comparison, Literal.Text value, Set<Kind> kinds, List<Remark> found) {
    boolean leadsToAddress =
        kinds.isEmpty() || kinds.contains(Kind.IPV4) || kinds.contains(Kind.IPV6);
    String operator = comparison.operator().text();
    if (!leadsToAddress) {
      found.add(
          Remark.should(
              "`" + operator + "` is for addresses, which `" + comparison.path() + "` is not"));
    } else if (!isNetwork(value.value())) {
      found.add(
          Remark.should(
              "`" + operator + "` needs an address or a network, which " + value + " is not"));
    }
  }

  private static boolean isNetwork(String text) {
    return Addresses.isIpv4(text) || Addresses.isIpv6(text);
  }

  private static boolean fits(Literal value, Kind kind) {
    boolean text = value instanceof Literal.Text;
    boolean bytes = value instanceof Literal.Hex || value instanceof Literal.Binary;
    return switch (kind) {
      case BOOLEAN -> value instanceof Literal.Truth;
      case INTEGER, FLOAT -> isNumber(value);
      case TIMESTAMP -> value instanceof Literal.Timestamp;
      case BINARY, HEX -> text || bytes;
      case PART, DICTIONARY, OBJECT, HASHES, EXTENSIONS, OBSERVABLES, TRANSLATIONS -> false;
      default -> text;
    };
  }

  private static boolean isNumber(Literal value) {
    return value instanceof Literal.Whole || value instanceof Literal.Fraction;
  }

  private static void set(Comparison comparison, List<Remark> found) {
    if (comparison.values().isEmpty()) {
      found.add(Remark.should("`" + comparison.path() + "` is never in an empty set"));
    }
    Set<Object> kinds =
        comparison.values().stream()
            .map(value -> isNumber(value) ? "number" : value.getClass())
            .collect(Collectors.toSet());
    if (kinds.size() > 1) {
      found.add(
          Remark.should(
              "the values that `" + comparison.path() + "` may be in are of several kinds"));
    }
  }
}
