// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.stix.pattern;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The way to a property (STIX 2.1 §9.7), such as {@code file:hashes.'SHA-256'}.
 *
 * @param type the object's type
 * @param steps the steps from the object to the property, a key first
 */
public record ObjectPath(String type, List<Step> steps) {
  private static final Pattern TYPE = Pattern.compile("[a-zA-Z_][a-zA-Z0-9_-]*");

  /** One step of a path. */
  public sealed interface Step {}

  /**
   * To a property or a dictionary's entry.
   *
   * @param name its name
   */
  public record Key(String name) implements Step {}

  /**
   * To an item of a list.
   *
   * @param at its index, 0 for the first; negative ones read but mean nothing
   */
  public record Index(long at) implements Step {}

  /** To any item of a list. */
  public record AnyItem() implements Step {}

  public ObjectPath {
    steps = List.copyOf(steps);
    if (!TYPE.matcher(type).matches() || Words.isKeyword(type)) {
      throw new IllegalArgumentException("no type's name: " + type);
    }
    if (steps.isEmpty() || !(steps.get(0) instanceof Key)) {
      throw new IllegalArgumentException("a path begins with a key");
    }
  }

  /**
   * A path of keys.
   *
   * @param type the object's type
   * @param keys at least one name, as it is in the object: without quotes
   */
  public static ObjectPath of(String type, String... keys) {
    return new ObjectPath(type, Stream.of(keys).<Step>map(Key::new).toList());
  }

  /** The path as a pattern has it, keys quoted where they must be. */
  @Override
  public String toString() {
    return PatternPrinter.print(this);
  }
}
