// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.resource.load;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.entente.connector.feed.definition.Definitions;
import org.entente.document.DocumentReader;
import org.entente.document.Place;
import org.entente.document.ResourceError;
import org.entente.document.Schemas;
import org.entente.document.Sentences;
import org.entente.document.Source;
import org.entente.document.Tree;
import org.entente.server.resource.Document;
import org.entente.server.resource.Kind;
import org.entente.server.resource.Ref;

/** Reads resource documents. Safe for use by several threads. */
public final class Documents {
  private final Schemas schemas =
      new Schemas(Arrays.stream(Kind.values()).map(Documents::schema).toList());

  /** Loads the schemas out of the jar. */
  public Documents() {}

  /**
   * Reads texts to the end and tells of everything that is wrong, up to a bound.
   *
   * @param sources YAML or JSON, told apart by the file's name or by how the text begins
   */
  public Loaded read(List<Source> sources) {
    List<ResourceError> errors = new ArrayList<>();
    List<Tree> trees = new ArrayList<>();
    for (Source source : sources) {
      DocumentReader.read(source, trees, errors);
    }
    List<Loaded.Entry> entries = new ArrayList<>();
    Set<Ref> broken = new LinkedHashSet<>();
    Map<Ref, Place> seen = new HashMap<>();
    for (Tree tree : trees) {
      List<ResourceError> wrong = new ArrayList<>();
      Optional<Kind> kind = kind(tree, wrong);
      Optional<Ref> ref = kind.flatMap(k -> ref(k, tree));
      ref.ifPresent(r -> repeated(r, tree.place(), seen, wrong));
      kind.ifPresent(k -> check(k, tree, wrong));
      if (wrong.isEmpty() && kind.isPresent()) {
        entries.add(new Loaded.Entry(bind(kind.get(), tree.node()), tree.place()));
      } else {
        ref.ifPresent(broken::add);
      }
      errors.addAll(wrong);
    }
    return new Loaded(List.copyOf(entries), Set.copyOf(broken), DocumentReader.capped(errors));
  }

  /**
   * Reads texts without looking at what the documents say, for somebody who passes them on.
   *
   * @param sources as {@link #read} takes them
   */
  public static Parsed parse(List<Source> sources) {
    List<ResourceError> errors = new ArrayList<>();
    List<Tree> trees = new ArrayList<>();
    for (Source source : sources) {
      DocumentReader.read(source, trees, errors);
    }
    return new Parsed(
        trees.stream()
            .map(tree -> new Parsed.Item(Canonical.text(tree.node()), tree.place()))
            .toList(),
        DocumentReader.capped(errors));
  }

  /**
   * Brings back a document that was read before, perhaps by an older release.
   *
   * @param kind the kind that it was stored under
   * @param json {@link Document#json()}
   */
  public static Document restore(Kind kind, String json) {
    return bind(kind, DocumentReader.json(json));
  }

  /** The top-level fields of a document and the text of each. */
  public static Map<String, String> fields(String json) {
    Map<String, String> fields = new TreeMap<>();
    DocumentReader.json(json)
        .properties()
        .forEach(entry -> fields.put(entry.getKey(), Canonical.text(entry.getValue())));
    return fields;
  }

  /** The text at a JSON pointer of a document, or empty. */
  public static Optional<String> text(String json, String pointer) {
    return Optional.ofNullable(DocumentReader.json(json).at(pointer).textValue());
  }

  private static Document bind(Kind kind, JsonNode node) {
    return new Document(Binding.bind(kind, node), Canonical.text(node));
  }

  /** {@code release-policy.schema.json}. */
  private static String schema(Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT).replace('_', '-') + ".schema.json";
  }

  private static Optional<Kind> kind(Tree tree, List<ResourceError> wrong) {
    if (!tree.node().isObject()) {
      wrong.add(tree.place().error("", "a document must be a mapping with `kind` and `id`"));
      return Optional.empty();
    }
    if (!tree.node().has("kind")) {
      wrong.add(tree.place().error("/kind", "field `kind` is missing"));
      return Optional.empty();
    }
    JsonNode label = tree.node().get("kind");
    Optional<Kind> kind = Kind.parse(label.asText());
    if (kind.isEmpty()) {
      List<String> labels = Arrays.stream(Kind.values()).map(Kind::label).toList();
      String known =
          Sentences.nearest(label.asText(), labels)
              .map(near -> "did you mean `" + near + "`?")
              .orElse("there are " + String.join(", ", labels));
      wrong.add(
          tree.place().error("/kind", "unknown kind " + Sentences.shown(label) + "; " + known));
    }
    return kind;
  }

  private static Optional<Ref> ref(Kind kind, Tree tree) {
    return Optional.ofNullable(tree.node().path("id").textValue()).map(id -> new Ref(kind, id));
  }

  private static void repeated(
      Ref ref, Place place, Map<Ref, Place> seen, List<ResourceError> wrong) {
    Place first = seen.putIfAbsent(ref, place);
    if (first != null) {
      String where = first.file().map(file -> file + ":").orElse("line ") + first.line();
      String name = ref.kind().label() + " `" + ref.id() + "`";
      wrong.add(place.error("/id", name + " is there already, at " + where));
    }
  }

  private void check(Kind kind, Tree tree, List<ResourceError> wrong) {
    wrong.addAll(schemas.check(schema(kind), tree));
    wrong.addAll(Unbuilt.check(kind, tree));
    if (wrong.isEmpty()) {
      wrong.addAll(Plausible.check(kind, tree));
      if (kind == Kind.FEED) {
        feed(tree, wrong);
      }
    }
  }

  /** The library's definitions do not say where objects go; what is applied must. */
  private static void feed(Tree tree, List<ResourceError> wrong) {
    if (!tree.node().has("into")) {
      wrong.add(tree.place().error("/into", "field `into` is missing"));
    }
    wrong.addAll(Definitions.check(tree));
  }
}
