// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.connector.feed.definition;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.entente.connector.feed.definition.DecodeSpec.Csv;
import org.entente.connector.feed.definition.DecodeSpec.Format;
import org.entente.connector.feed.definition.DecodeSpec.Header;
import org.entente.connector.feed.definition.DecodeSpec.Json;
import org.entente.connector.feed.definition.DecodeSpec.JsonLines;
import org.entente.connector.feed.definition.DecodeSpec.Lines;

/** Reads {@code decode}. */
final class DecodeReading {
  private static final Pattern GROUP = Pattern.compile("\\(\\?<([a-zA-Z][a-zA-Z0-9]*)>");
  private static final Set<String> SHARED = Set.of("as", "charset", "empty");

  private final Reading reading;

  DecodeReading(Reading reading) {
    this.reading = reading;
  }

  DecodeSpec read() {
    return new DecodeSpec(
        reading.text("/decode/charset"), Set.copyOf(new HashSet<>(texts("empty"))), format());
  }

  /** The names of the fields that records have; empty when only the file can tell. */
  Set<String> fields(DecodeSpec spec) {
    if (spec.format() instanceof Csv csv) {
      return Definitions.ordered(csv.columns(), csv.optional());
    }
    if (spec.format() instanceof Lines lines) {
      return Definitions.ordered(lines.fields(), List.of());
    }
    return Set.of();
  }

  /** The names of a pattern's groups, in order. */
  private static List<String> groups(Pattern pattern) {
    List<String> names = new ArrayList<>();
    Matcher group = GROUP.matcher(pattern.pattern());
    while (group.find()) {
      names.add(group.group(1));
    }
    return names;
  }

  private Format format() {
    return switch (reading.text("/decode/as").orElse("")) {
      case "lines" -> lines();
      case "csv" -> csv();
      case "json" -> {
        only("json", Set.of("path"));
        String path = reading.text("/decode/path").orElse("");
        yield new Json(path.isEmpty() ? List.of() : List.of(path.substring(1).split("/", -1)));
      }
      default -> {
        only("jsonl", Set.of());
        yield new JsonLines();
      }
    };
  }

  private Lines lines() {
    only("lines", Set.of("comment", "value", "pattern"));
    boolean whole = reading.text("/decode/value").orElse("").equals("line");
    Optional<Pattern> pattern = pattern();
    List<String> fields = pattern.map(DecodeReading::groups).orElse(List.of("value"));
    return new Lines(texts("comment"), whole, pattern, fields);
  }

  private Optional<Pattern> pattern() {
    Optional<String> text = reading.text("/decode/pattern");
    try {
      Optional<Pattern> pattern = text.map(Pattern::compile);
      if (pattern.isPresent() && groups(pattern.get()).isEmpty()) {
        reading.wrong("/decode/pattern", "names no group, `(?<value>...)`");
      }
      return pattern;
    } catch (PatternSyntaxException e) {
      reading.wrong("/decode/pattern", "is no regular expression");
      return Optional.empty();
    }
  }

  private Csv csv() {
    only("csv", Set.of("comment", "delimiter", "header", "columns", "optional"));
    List<String> comment = texts("comment");
    if (comment.size() > 1 || comment.stream().anyMatch(text -> text.length() != 1)) {
      reading.wrong("/decode/comment", "in csv it is one character");
    }
    if (texts("columns").isEmpty()) {
      reading.wrong("/decode/columns", "field `columns` is missing");
    }
    return new Csv(
        reading.text("/decode/delimiter").orElse(",").charAt(0),
        comment.stream().findFirst().map(text -> text.charAt(0)),
        reading
            .text("/decode/header")
            .map(word -> Header.valueOf(word.toUpperCase(java.util.Locale.ROOT)))
            .orElse(Header.REQUIRED),
        texts("columns"),
        texts("optional"));
  }

  private List<String> texts(String name) {
    return reading.texts("/decode/" + name);
  }

  /** Refuses what the other forms have. */
  private void only(String as, Set<String> names) {
    reading
        .at("/decode")
        .fieldNames()
        .forEachRemaining(
            name -> {
              if (!names.contains(name) && !SHARED.contains(name)) {
                reading.wrong("/decode/" + name, "`" + name + "` is not for `as: " + as + "`");
              }
            });
  }
}
