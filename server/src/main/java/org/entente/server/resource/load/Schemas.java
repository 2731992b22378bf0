// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.resource.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.entente.server.resource.Kind;

/** The published JSON Schemas, one for each kind. They are in the jar; nothing is fetched. */
final class Schemas {
  private static final String BASE = "https://entente.example/schemas/";

  private final Map<Kind, Schema> schemas = new EnumMap<>(Kind.class);
  private final Map<String, JsonNode> texts = new ConcurrentHashMap<>();

  Schemas() {
    SchemaRegistry registry =
        SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(Schemas::text));
    for (Kind kind : Kind.values()) {
      schemas.put(kind, registry.getSchema(SchemaLocation.of(BASE + fileName(kind))));
    }
  }

  /** {@code release-policy.schema.json}. */
  static String fileName(Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT).replace('_', '-') + ".schema.json";
  }

  private static String text(String location) {
    if (!location.startsWith(BASE)) {
      throw new IllegalArgumentException("no schema at " + location);
    }
    String name = "/schemas/" + location.substring(BASE.length());
    try (InputStream in = Schemas.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalArgumentException("no schema at " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What the schema of the kind has against the document, in the order of its lines. */
  List<ResourceError> check(Kind kind, Tree tree) {
    Schema schema = schemas.get(kind);
    if (schema == null) {
      throw new IllegalStateException("no schema of " + kind);
    }
    List<Error> found = schema.validate(tree.node());
    Set<String> mistyped = new HashSet<>();
    for (Error error : found) {
      if (error.getKeyword().equals("type")) {
        mistyped.add(error.getInstanceLocation().toString());
      }
    }
    List<ResourceError> errors = new ArrayList<>();
    for (Error error : found) {
      // what has the wrong type breaks every other rule as well
      if (error.getKeyword().equals("type")
          || !mistyped.contains(error.getInstanceLocation().toString())) {
        errors.add(Sentences.of(error, schemaOf(error), tree.place()));
      }
    }
    errors.sort(Comparator.comparingInt(ResourceError::line).thenComparing(ResourceError::field));
    return errors;
  }

  /** The schema that has the keyword of an error. */
  private JsonNode schemaOf(Error error) {
    String location = error.getSchemaLocation().toString();
    int hash = location.indexOf('#');
    String pointer = location.substring(hash + 1);
    return texts
        .computeIfAbsent(location.substring(0, hash), Schemas::parse)
        .at(pointer.substring(0, Math.max(0, pointer.lastIndexOf('/'))));
  }

  private static JsonNode parse(String location) {
    List<Tree> trees = new ArrayList<>();
    try {
      new JsonReader(new Source(location, text(location))).read(trees);
    } catch (UnreadableException e) {
      throw new IllegalStateException(e);
    }
    return trees.get(0).node();
  }
}
