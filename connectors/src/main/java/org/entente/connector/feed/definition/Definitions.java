// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.connector.feed.definition;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.entente.connector.feed.definition.FeedDefinition.Guard;
import org.entente.connector.feed.definition.FeedDefinition.Marking;
import org.entente.connector.feed.definition.FeedDefinition.Mode;
import org.entente.document.DocumentReader;
import org.entente.document.ResourceError;
import org.entente.document.Schemas;
import org.entente.document.Source;
import org.entente.document.Tree;
import org.entente.stix.Tlp;

/** Reads definitions of feeds. Safe for use by several threads. */
public final class Definitions {
  private static final String SCHEMA = "feed.schema.json";

  private final Schemas schemas = new Schemas(List.of(SCHEMA));

  /** Loads the schema out of the jar. */
  public Definitions() {}

  /**
   * What was read.
   *
   * @param definitions those that are right
   * @param errors all that is wrong, up to a bound, with line and field
   */
  public record Read(List<FeedDefinition> definitions, List<ResourceError> errors) {}

  /** Reads a text with one definition or more. */
  public Read read(Source source) {
    List<Tree> trees = new ArrayList<>();
    List<ResourceError> errors = new ArrayList<>();
    DocumentReader.read(source, trees, errors);
    List<FeedDefinition> definitions = new ArrayList<>();
    for (Tree tree : trees) {
      List<ResourceError> wrong = new ArrayList<>(schemas.check(SCHEMA, tree));
      if (wrong.isEmpty()) {
        FeedDefinition definition = bind(tree, wrong);
        if (wrong.isEmpty()) {
          definitions.add(definition);
        }
      }
      errors.addAll(wrong);
    }
    return new Read(List.copyOf(definitions), DocumentReader.capped(errors));
  }

  /**
   * What is wrong with a definition beyond its schema: an expression, a field that no record has, a
   * time zone.
   *
   * @param tree a document that the schema has accepted
   */
  public static List<ResourceError> check(Tree tree) {
    List<ResourceError> wrong = new ArrayList<>();
    FeedDefinition unused = bind(tree, wrong);
    return wrong;
  }

  private static FeedDefinition bind(Tree tree, List<ResourceError> wrong) {
    DecodeReading decoding = new DecodeReading(new Reading(tree, wrong, Set.of()));
    DecodeSpec decode = decoding.read();
    Reading reading = new Reading(tree, wrong, decoding.fields(decode));
    JsonNode node = tree.node();
    return new FeedDefinition(
        node.path("id").asText(),
        node.path("title").asText(),
        source(reading),
        decode,
        reading.readTimes(),
        node.path("mode").asText().equals("append") ? Mode.APPEND : Mode.SNAPSHOT,
        reading.need("/key"),
        reading.conditions("/where"),
        new RuleReading(reading).read(),
        marking(reading),
        licence(reading),
        guard(node.path("guard")),
        node.path("max_confidence").asInt(100));
  }

  private static FeedSource source(Reading reading) {
    return new FeedSource(
        reading.text("/source/url").orElse(""),
        reading.text("/source/every"),
        bytes(reading.text("/source/max_bytes").orElse("200MiB")),
        reading.text("/source/member"));
  }

  private static long bytes(String size) {
    long number = Long.parseLong(size.substring(0, size.length() - 3));
    return switch (size.charAt(size.length() - 3)) {
      case 'K' -> number << 10;
      case 'M' -> number << 20;
      default -> number << 30;
    };
  }

  private static Marking marking(Reading reading) {
    String level = reading.text("/marking/default").orElse("").substring("TLP:".length());
    return new Marking(Tlp.parse(level).orElseThrow(), reading.text("/marking/statement"));
  }

  private static Licence licence(Reading reading) {
    return new Licence(
        reading.text("/licence/id").orElse(""),
        reading.text("/licence/redistribution").orElse(""),
        reading.text("/licence/attribution").orElse(""),
        reading.text("/licence/terms"),
        reading.text("/licence/checked"));
  }

  private static Guard guard(JsonNode guard) {
    return new Guard(
        guard.path("min_records").asLong(1),
        guard.path("max_quarantine").asDouble(0.2),
        Optional.of(guard.path("columns_exact")).filter(JsonNode::isInt).map(JsonNode::intValue));
  }

  /** The names of the fields that a list names, in order. */
  static Set<String> ordered(List<String> first, List<String> then) {
    Set<String> all = new LinkedHashSet<>(first);
    all.addAll(then);
    return all;
  }
}
