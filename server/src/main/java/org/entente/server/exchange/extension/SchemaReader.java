// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.exchange.extension;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.dialect.DialectId;
import com.networknt.schema.serialization.NodeReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.entente.stix.StixId;

/**
 * Reads the schema of an extension, which is to be whole, sound and bounded: nothing is fetched.
 */
final class SchemaReader {
  private static final long LARGEST = 1 << 20;
  private static final Set<String> DIALECTS =
      Set.of(
          DialectId.DRAFT_4,
          DialectId.DRAFT_6,
          DialectId.DRAFT_7,
          DialectId.DRAFT_2019_09,
          DialectId.DRAFT_2020_12);

  private final NodeReader json = NodeReader.builder().build();
  private final SchemaRegistry registry =
      SchemaRegistry.withDefaultDialect(
          SpecificationVersion.DRAFT_2020_12,
          builder ->
              builder.schemaRegistryConfig(
                  SchemaRegistryConfig.builder().locale(Locale.ROOT).build()));

  /**
   * Reads a schema.
   *
   * @throws ExtensionException when it cannot be used
   */
  Schema read(StixId definition, Path file) {
    String place = "extensions." + definition + ": " + file;
    try {
      if (Files.size(file) > LARGEST) {
        throw new ExtensionException(place + ": is larger than 1 MiB");
      }
      JsonNode root = json.readTree(Files.readString(file), InputFormat.JSON);
      String dialect = root.path("$schema").asText(DialectId.DRAFT_2020_12);
      if (!DIALECTS.contains(dialect)) {
        throw new ExtensionException(place + ": /$schema: is no dialect that is known here");
      }
      SchemaBounds.check(root, place);
      sound(root, dialect, place);
      return registry.getSchema(SchemaLocation.of("urn:" + definition), root);
    } catch (IOException unreadable) {
      String reason = String.valueOf(unreadable.getMessage()).lines().findFirst().orElse("");
      throw new ExtensionException(place + ": is no JSON: " + reason, unreadable);
    } catch (ExtensionException said) {
      throw said;
    } catch (RuntimeException unusable) {
      throw new ExtensionException(place + ": " + unusable.getMessage(), unusable);
    }
  }

  /** By the schema of schemas. */
  private void sound(JsonNode root, String dialect, String place) {
    List<Error> errors = registry.getSchema(SchemaLocation.of(dialect)).validate(root);
    if (!errors.isEmpty()) {
      Error first = errors.get(0);
      throw new ExtensionException(
          place + ": " + first.getInstanceLocation() + ": " + first.getMessage());
    }
  }
}
