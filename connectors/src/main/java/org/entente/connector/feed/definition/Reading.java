// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.connector.feed.definition;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.entente.connector.feed.expression.Condition;
import org.entente.connector.feed.expression.Expression;
import org.entente.connector.feed.expression.ExpressionException;
import org.entente.connector.feed.expression.Times;
import org.entente.document.Place;
import org.entente.document.ResourceError;
import org.entente.document.Tree;

/**
 * Reads parts of a definition that the schema has accepted, and gathers what is wrong with them.
 */
final class Reading {
  /** Of a text that cannot be understood, once that was said. */
  private static final String NOTHING = "-";

  private final Tree tree;
  private final List<ResourceError> errors;
  private final Set<String> fields;
  private Times times = times(List.of(), "UTC");

  /**
   * A reading.
   *
   * @param errors where errors are added
   * @param fields the fields that records have; empty when nobody can know
   */
  Reading(Tree tree, List<ResourceError> errors, Set<String> fields) {
    this.tree = tree;
    this.errors = errors;
    this.fields = fields;
  }

  JsonNode at(String pointer) {
    return tree.node().at(pointer);
  }

  void wrong(String pointer, String message) {
    errors.add(tree.place().error(pointer, message));
  }

  Times times() {
    return times;
  }

  /** From here on expressions read times in this way. */
  Times readTimes() {
    List<String> formats = texts("/time/formats");
    try {
      times = Times.of(at("/time/zone").asText(), formats);
    } catch (ExpressionException e) {
      wrong("/time", e.sentence());
    }
    return times;
  }

  private static Times times(List<String> formats, String zone) {
    try {
      return Times.of(zone, formats);
    } catch (ExpressionException e) {
      throw new IllegalArgumentException(e);
    }
  }

  List<String> texts(String pointer) {
    List<String> texts = new ArrayList<>();
    at(pointer).forEach(item -> texts.add(item.asText()));
    return List.copyOf(texts);
  }

  Optional<String> text(String pointer) {
    return Optional.ofNullable(at(pointer).textValue());
  }

  Optional<Expression> expression(String pointer) {
    JsonNode node = at(pointer);
    return node.isMissingNode() ? Optional.empty() : Optional.of(need(pointer));
  }

  /** An expression that is there. */
  Expression need(String pointer) {
    String text = at(pointer).asText();
    try {
      Expression read = Expression.parse(text, times);
      read.fields().forEach(name -> known(name, pointer));
      return read;
    } catch (ExpressionException e) {
      wrong(pointer, e.sentence());
      return plain();
    }
  }

  private Expression plain() {
    try {
      return Expression.parse(NOTHING, times);
    } catch (ExpressionException e) {
      throw new IllegalStateException(e);
    }
  }

  private void known(String name, String pointer) {
    if (!fields.isEmpty() && !fields.contains(name)) {
      wrong(
          pointer, "records have no field `" + name + "`, they have " + String.join(", ", fields));
    }
  }

  List<Expression> expressions(String pointer) {
    List<Expression> read = new ArrayList<>();
    for (int i = 0; i < at(pointer).size(); i++) {
      read.add(need(Place.below(pointer, Integer.toString(i))));
    }
    return List.copyOf(read);
  }

  List<Condition> conditions(String pointer) {
    List<Condition> conditions = new ArrayList<>();
    for (int i = 0; i < at(pointer).size(); i++) {
      String below = Place.below(pointer, Integer.toString(i));
      JsonNode node = at(below);
      String field = node.path("field").asText();
      known(field, below + "/field");
      boolean not = node.has("not_in");
      if (not && node.has("in")) {
        wrong(below, "has `in` and `not_in`");
      }
      Set<String> values = new LinkedHashSet<>(texts(below + (not ? "/not_in" : "/in")));
      conditions.add(new Condition(field, values, !not));
    }
    return List.copyOf(conditions);
  }
}
