// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.stix.type.table;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.stix.TableFile;
import org.entente.stix.type.table.StixTable.Relationship;

/** Makes the table out of its files, which must agree with each other. */
final class TableReader {
  private static final String COMMON_SECTION = "3.2";

  /** In the order of the columns of the common properties. */
  private static final List<String> META =
      List.of("language-content", "marking-definition", "extension-definition");

  private final Map<String, Vocabulary> vocabularies = new LinkedHashMap<>();

  private TableReader() {}

  static StixTable read() {
    return new TableReader().table();
  }

  private StixTable table() {
    for (List<String> row : rows("vocabularies.csv")) {
      var values = Collections.unmodifiableSet(new LinkedHashSet<>(words(row.get(2))));
      vocabularies.put(row.get(0), new Vocabulary(row.get(0), row.get(1), values));
    }
    List<List<String>> common = rows("common.csv");
    List<List<String>> properties = rows("properties.csv");
    List<List<String>> conditions = rows("conditions.csv");
    Map<String, StixType> types = new LinkedHashMap<>();
    for (List<String> row : rows("types.csv")) {
      types.put(row.get(0), type(row, common, properties, conditions));
    }
    requireTypes(types, properties);
    return new StixTable(
        Collections.unmodifiableMap(types),
        Collections.unmodifiableMap(vocabularies),
        rows("relationships.csv").stream()
            .map(row -> new Relationship(row.get(0), row.get(1), words(row.get(2))))
            .toList());
  }

  private static void requireTypes(Map<String, StixType> types, List<List<String>> rows) {
    for (List<String> row : rows) {
      if (!types.containsKey(row.get(0))) {
        throw new IllegalStateException("a property of no type: " + row);
      }
    }
  }

  private StixType type(
      List<String> row,
      List<List<String>> common,
      List<List<String>> own,
      List<List<String>> conditions) {
    String name = row.get(0);
    TypeClass typeClass = TypeClass.of(row.get(1));
    String section = row.get(2);
    List<Property> properties = new ArrayList<>();
    int column = commonColumn(name, typeClass);
    for (List<String> line : common) {
      if (column > 0 && !line.get(column).equals("-")) {
        properties.add(property(line.subList(0, 3), line.get(column), COMMON_SECTION, true));
      }
    }
    for (List<String> line : own) {
      if (line.get(0).equals(name)) {
        var cells = List.of(line.get(1), line.get(2), line.get(4));
        properties.add(property(cells, line.get(3), section, false));
      }
    }
    return new StixType(
        name,
        typeClass,
        section,
        Optional.of(row.get(3)).filter(of -> !of.isEmpty()),
        row.get(4).equals("-") ? List.of() : words(row.get(4)),
        StixRule.valueOf(row.get(5)),
        List.copyOf(properties),
        conditions.stream()
            .filter(line -> line.get(0).equals(name) || line.get(0).equals(typeClass.word()))
            .map(TableReader::condition)
            .toList());
  }

  private static int commonColumn(String name, TypeClass typeClass) {
    return switch (typeClass) {
      case SDO, SRO -> 3;
      case SCO -> 4;
      case SMO -> 5 + META.indexOf(name);
      case BUNDLE -> 8;
      case EXTENSION, PART -> 0;
    };
  }

  private Property property(List<String> cells, String presence, String section, boolean common) {
    boolean list = cells.get(1).endsWith("[]");
    Kind kind = Kind.of(cells.get(1).replace("[]", ""));
    String detail = cells.get(2);
    boolean named = kind == Kind.VOCABULARY || kind == Kind.HASHES;
    boolean bounded = detail.contains("..");
    return new Property(
        cells.get(0),
        kind,
        list,
        Presence.of(presence),
        words(detail),
        named ? Optional.of(vocabulary(detail)) : Optional.empty(),
        bounded ? Optional.of(Range.of(detail)) : Optional.empty(),
        section,
        common);
  }

  private Vocabulary vocabulary(String name) {
    Vocabulary vocabulary = vocabularies.get(name);
    if (vocabulary == null) {
      throw new IllegalStateException("no vocabulary " + name);
    }
    return vocabulary;
  }

  private static Condition condition(List<String> row) {
    return new Condition(
        Condition.Test.of(row.get(1)),
        words(row.get(2)),
        Strength.of(row.get(3)),
        StixRule.valueOf(row.get(4)));
  }

  private static List<List<String>> rows(String file) {
    return TableFile.rows(TableReader.class, file);
  }

  private static List<String> words(String cell) {
    return cell.isEmpty() ? List.of() : List.of(cell.split(" "));
  }
}
