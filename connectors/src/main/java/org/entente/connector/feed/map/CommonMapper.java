// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.connector.feed.map;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.entente.connector.feed.definition.FeedDefinition;
import org.entente.connector.feed.definition.MapRule.Common;
import org.entente.connector.feed.definition.MapRule.Reference;
import org.entente.connector.feed.expression.Expression;
import org.entente.connector.feed.expression.Fields;
import org.entente.stix.build.ObjectBuilder;
import org.entente.stix.build.Part;
import org.jspecify.annotations.Nullable;

/** Maps what objects of the domain share. */
final class CommonMapper {
  private static final int LONGEST_TEXT = 32 << 10;

  private final FeedDefinition feed;
  private final Frame frame;

  CommonMapper(FeedDefinition feed, Frame frame) {
    this.feed = feed;
    this.frame = frame;
  }

  /** A time of the record, or another where the record has none. */
  Instant time(Optional<Expression> expression, Fields record, Instant otherwise) throws Rejection {
    String text = expression.map(each -> each.text(record)).orElse(null);
    if (text == null) {
      return otherwise;
    }
    Optional<Instant> read = feed.times().read(text);
    if (read.isEmpty()) {
      throw Rejection.of("time", Rejection.shown(text) + " has none of the formats of times");
    }
    if (read.get().isAfter(frame.at.plusSeconds(600))) {
      throw Rejection.of("time", Rejection.shown(text) + " is still to come");
    }
    return read.get();
  }

  ObjectBuilder with(ObjectBuilder builder, Common common, Fields record) {
    ObjectBuilder made = builder;
    String description = text(common.description(), record);
    if (description != null) {
      made = made.description(description);
    }
    List<String> labels = new ArrayList<>();
    for (Expression expression : common.labels()) {
      for (String label : expression.list(record)) {
        if (!labels.contains(label)) {
          labels.add(label);
        }
      }
    }
    if (!labels.isEmpty()) {
      made = made.with("labels", labels);
    }
    List<Part> references = new ArrayList<>();
    for (Reference reference : common.references()) {
      reference(reference, record).ifPresent(references::add);
    }
    return references.isEmpty() ? made : made.with("external_references", references);
  }

  static @Nullable String text(Optional<Expression> expression, Fields record) {
    String text = expression.map(each -> each.text(record)).orElse(null);
    return text == null || text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT);
  }

  /** A reference that says nothing but who would have it is none. */
  private static Optional<Part> reference(Reference reference, Fields record) {
    String source = reference.sourceName().text(record);
    String id = text(reference.externalId(), record);
    String url = text(reference.url(), record);
    String description = text(reference.description(), record);
    if (source == null || id == null && url == null && description == null) {
      return Optional.empty();
    }
    Part part = Part.of("external-reference").with("source_name", source);
    part = description == null ? part : part.with("description", description);
    part = url == null ? part : part.with("url", url);
    return Optional.of(id == null ? part : part.with("external_id", id));
  }
}
