// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.stix.type;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.entente.stix.json.ObjectListener;
import org.jspecify.annotations.Nullable;

/** What kind of value stands where in an object, by its JSON pointer. */
final class Outline implements ObjectListener {
  private static final int MOST = 10_000;

  private final Predicate<String> wanted;
  private final Map<String, Value> values = new LinkedHashMap<>();

  /** For each depth the list or object that is open there. */
  private final List<@Nullable Value> open = new ArrayList<>();

  /** What a value can be. */
  enum Shape {
    TEXT("a text"),
    LIST("a list"),
    OBJECT("an object"),
    OTHER("neither text, list nor object");

    private final String words;

    Shape(String words) {
      this.words = words;
    }

    String words() {
      return words;
    }
  }

  /** One value. */
  static final class Value {
    private final Shape shape;
    private final String text;
    private int items;

    private Value(Shape shape, String text) {
      this.shape = shape;
      this.text = text;
    }

    Shape shape() {
      return shape;
    }

    /** The text, of a text. */
    String text() {
      return text;
    }

    /** How many items there are, of a list. */
    int items() {
      return items;
    }
  }

  /** An outline of the values whose pointers are wanted, at most ten thousand. */
  Outline(Predicate<String> wanted) {
    this.wanted = wanted;
  }

  Map<String, Value> values() {
    return values;
  }

  @Override
  public void token(Token token, Cursor at) {
    switch (token) {
      case NAME, END_OBJECT, END_ARRAY -> {}
      case STRING -> value(Shape.TEXT, at);
      case START_ARRAY -> value(Shape.LIST, at);
      case START_OBJECT -> value(Shape.OBJECT, at);
      default -> value(Shape.OTHER, at);
    }
  }

  private void value(Shape shape, Cursor at) {
    int depth = at.depth();
    while (open.size() <= depth + 1) {
      open.add(null);
    }
    Value outer = open.get(depth);
    if (outer != null) {
      outer.items++;
    }
    Value value = new Value(shape, shape == Shape.TEXT ? at.text() : "");
    open.set(depth + 1, value);
    String pointer = at.pointer();
    if (values.size() < MOST && wanted.test(pointer)) {
      values.put(pointer, value);
    }
  }
}
