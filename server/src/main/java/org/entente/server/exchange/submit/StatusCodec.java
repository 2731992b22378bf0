// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.exchange.submit;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.server.taxii.FailureSummary;
import org.entente.server.taxii.Position;
import org.entente.server.taxii.StatusDetail;
import org.entente.server.taxii.StatusResource;

/** Statuses as they are kept: the TAXII resource itself. */
final class StatusCodec {
  private static final JsonFactory JSON = new JsonFactory();

  private StatusCodec() {}

  static StatusResource read(byte[] json) {
    Fields fields = new Fields();
    try (JsonParser parser = JSON.createParser(json)) {
      parser.nextToken();
      for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
        parser.nextToken();
        fields.read(name, parser);
      }
    } catch (IOException damaged) {
      throw new UncheckedIOException("a kept status is damaged", damaged);
    }
    return fields.resource();
  }

  private static final class Fields {
    private final Map<String, Long> counts = new HashMap<>();
    private final Map<String, String> texts = new HashMap<>();
    private final Map<String, List<StatusDetail>> lists = new HashMap<>();
    private Optional<FailureSummary> summary = Optional.empty();

    void read(String name, JsonParser parser) throws IOException {
      switch (parser.currentToken()) {
        case VALUE_NUMBER_INT -> counts.put(name, parser.getLongValue());
        case VALUE_STRING -> texts.put(name, parser.getText());
        case START_ARRAY -> lists.put(name, details(parser));
        case START_OBJECT -> summary = Optional.of(summary(parser));
        default -> parser.skipChildren();
      }
    }

    StatusResource resource() {
      return new StatusResource(
          texts.getOrDefault("id", ""),
          "complete".equals(texts.get("status")),
          Optional.ofNullable(texts.get("request_timestamp")).flatMap(Position::parse),
          counts.getOrDefault("total_count", 0L),
          counts.getOrDefault("success_count", 0L),
          counts.getOrDefault("failure_count", 0L),
          counts.getOrDefault("pending_count", 0L),
          lists.getOrDefault("successes", List.of()),
          lists.getOrDefault("failures", List.of()),
          lists.getOrDefault("pendings", List.of()),
          summary);
    }
  }

  private static FailureSummary summary(JsonParser parser) throws IOException {
    Map<String, Long> byRule = new HashMap<>();
    List<StatusDetail> examples = List.of();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      boolean rules = parser.currentName().equals("by_rule");
      parser.nextToken();
      if (rules) {
        while (parser.nextToken() != JsonToken.END_OBJECT) {
          String rule = parser.currentName();
          byRule.put(rule, parser.nextLongValue(0));
        }
      } else {
        examples = details(parser);
      }
    }
    return new FailureSummary(byRule, examples);
  }

  private static List<StatusDetail> details(JsonParser parser) throws IOException {
    List<StatusDetail> details = new ArrayList<>();
    while (parser.nextToken() == JsonToken.START_OBJECT) {
      Map<String, String> texts = new HashMap<>();
      while (parser.nextToken() != JsonToken.END_OBJECT) {
        String name = parser.currentName();
        parser.nextToken();
        texts.put(name, parser.getText());
      }
      details.add(
          new StatusDetail(
              texts.getOrDefault("id", ""),
              texts.getOrDefault("version", ""),
              Optional.ofNullable(texts.get("message"))));
    }
    return details;
  }
}
