// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.document;

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
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Published JSON Schemas by the names of their files. They are in the jar; nothing is fetched. */
public final class Schemas {
  private static final String BASE = "https://entente.example/schemas/";

  private final Map<String, Schema> schemas = new HashMap<>();
  private final Map<String, JsonNode> texts = new ConcurrentHashMap<>();

  /**
   * Loads schemas.
   *
   * @param names such as {@code feed.schema.json}
   */
  public Schemas(Collection<String> names) {
    SchemaRegistry registry =
        SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(Schemas::text));
    for (String name : names) {
      schemas.put(name, registry.getSchema(SchemaLocation.of(BASE + name)));
    }
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

  /** What the schema of the name has against the document, in the order of its lines. */
  public List<ResourceError> check(String name, Tree tree) {
    Schema schema = schemas.get(name);
    if (schema == null) {
      throw new IllegalStateException("no schema " + name);
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
    return DocumentReader.json(text(location));
  }
}
