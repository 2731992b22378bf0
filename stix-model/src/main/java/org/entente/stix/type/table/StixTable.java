// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.stix.type.table;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** STIX 2.1 with Errata 01 as data: its types, properties, vocabularies and relationships. */
public final class StixTable {
  private final Map<String, StixType> types;
  private final Map<String, Vocabulary> vocabularies;
  private final List<Relationship> relationships;

  StixTable(
      Map<String, StixType> types,
      Map<String, Vocabulary> vocabularies,
      List<Relationship> relationships) {
    this.types = types;
    this.vocabularies = vocabularies;
    this.relationships = relationships;
  }

  /**
   * A relationship that the standard suggests.
   *
   * @param source a type, or {@code any} for every SDO and SCO
   * @param name its relationship_type
   * @param targets types, classes, {@code any}, or a word for the type of the source itself
   */
  public record Relationship(String source, String name, List<String> targets) {}

  private static final class Standard {
    static final StixTable TABLE = TableReader.read();
  }

  /** The standard's table, which is read once. */
  public static StixTable standard() {
    return Standard.TABLE;
  }

  /** A type, predefined extension or part by its name. */
  public Optional<StixType> type(String name) {
    return Optional.ofNullable(types.get(name));
  }

  /** All of them in the order of the standard. */
  public Collection<StixType> types() {
    return types.values();
  }

  /** A vocabulary or enumeration by its name. */
  public Optional<Vocabulary> vocabulary(String name) {
    return Optional.ofNullable(vocabularies.get(name));
  }

  /** All of them in the order of the standard. */
  public Collection<Vocabulary> vocabularies() {
    return vocabularies.values();
  }

  /** The relationships that the standard suggests. */
  public List<Relationship> relationships() {
    return relationships;
  }
}
