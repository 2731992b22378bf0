// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.taxii.cases;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Requests and the answers to them as data. The vocabulary is told in {@code
 * taxii-cases/README.md}.
 *
 * @param about what the file shows
 * @param config of the server, where it is not the usual one
 * @param objects that steps name by {@code $name}
 * @param cases each begins with a collection of its own
 */
public record CaseFile(
    String about,
    @Nullable ObjectNode config,
    @Nullable Map<String, ObjectNode> objects,
    List<Case> cases) {

  /** Reads numbers exactly and refuses what is said twice. */
  static final JsonMapper STRICT =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build();

  /**
   * A case.
   *
   * @param name one sentence
   * @param items what of the specification it holds the server to: an item's number, {@code D} and
   *     the item of a decision, {@code R} and the number of a rule of clients
   * @param collection fields of the case's own collection, {@code {C}}, that differ from the usual
   * @param second fields of a second collection, {@code {C2}}; there is none without them
   * @param steps in order; {@link Step}
   */
  public record Case(
      String name,
      List<String> items,
      @Nullable ObjectNode collection,
      @Nullable ObjectNode second,
      List<JsonNode> steps) {}

  static CaseFile read(String name) {
    return parse(bytes(name));
  }

  static CaseFile parse(byte[] json) {
    try {
      return STRICT.readValue(json, CaseFile.class);
    } catch (IOException wrong) {
      throw new UncheckedIOException(wrong);
    }
  }

  /** A file of the cases as text. */
  public static String text(String name) {
    return new String(bytes(name), StandardCharsets.UTF_8);
  }

  static <T> T read(String name, TypeReference<T> type) {
    try {
      return STRICT.readValue(bytes(name), type);
    } catch (IOException wrong) {
      throw new UncheckedIOException(name, wrong);
    }
  }

  private static byte[] bytes(String name) {
    try (InputStream in = CaseFile.class.getResourceAsStream("/taxii-cases/" + name)) {
      return Objects.requireNonNull(in, name).readAllBytes();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(name, unreadable);
    }
  }
}
