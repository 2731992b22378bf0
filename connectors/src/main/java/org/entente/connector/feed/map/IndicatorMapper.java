// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.connector.feed.map;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.entente.connector.feed.definition.FeedDefinition;
import org.entente.connector.feed.definition.FeedDefinition.Mode;
import org.entente.connector.feed.definition.MapRule.Indicator;
import org.entente.connector.feed.definition.MapRule.Malware;
import org.entente.connector.feed.definition.MapRule.Part;
import org.entente.connector.feed.definition.MapRule.Validity;
import org.entente.connector.feed.expression.Fields;
import org.entente.stix.StixId;
import org.entente.stix.build.BuiltObject;
import org.entente.stix.build.ObjectBuilder;

/** Maps records to indicators with their observables and what they indicate. */
final class IndicatorMapper {
  private final FeedDefinition feed;
  private final Frame frame;
  private final CommonMapper common;
  private final Sights sights;

  IndicatorMapper(FeedDefinition feed, Frame frame, CommonMapper common) {
    this.feed = feed;
    this.frame = frame;
    this.common = common;
    this.sights = new Sights(frame.factory, frame::marked);
  }

  void map(Indicator spec, Fields record, String key, List<BuiltObject> into) throws Rejection {
    Sight sight = sights.of(spec.observable(), record);
    Instant created = common.time(spec.common().created(), record, frame.at);
    Instant from = common.time(spec.validFrom(), record, created);
    StixId id = frame.ids.of("indicator", key);
    if (spec.emit().contains(Part.SCO) || spec.emit().contains(Part.BASED_ON)) {
      into.addAll(sight.objects());
    }
    if (!spec.emit().contains(Part.INDICATOR)) {
      return;
    }
    into.add(indicator(spec, record, sight, id, created, from));
    if (spec.emit().contains(Part.BASED_ON)) {
      into.add(frame.relationship(id, "based-on", sight.basis(), created));
    }
    if (spec.malware().isPresent()) {
      malware(spec.malware().get(), record, id, created, into);
    }
  }

  private BuiltObject indicator(
      Indicator spec, Fields record, Sight sight, StixId id, Instant created, Instant from)
      throws Rejection {
    String name = CommonMapper.text(spec.common().name(), record);
    ObjectBuilder builder =
        frame
            .own(frame.factory.indicator(sight.pattern(), from), id, created)
            .name(name == null ? sight.name() : name);
    if (!spec.types().isEmpty()) {
      builder = builder.with("indicator_types", spec.types());
    }
    Optional<Duration> valid = validity(spec.validity(), record, sight);
    if (valid.isPresent()) {
      builder = builder.with("valid_until", from.plus(valid.get()));
    }
    Optional<Long> confidence = confidence(spec, record);
    if (confidence.isPresent()) {
      builder = builder.with("confidence", confidence.get());
    }
    return common.with(builder, spec.common(), record).build();
  }

  /** What is gone from a snapshot ends then, unless the definition says when. */
  private Optional<Duration> validity(Validity spec, Fields record, Sight sight) {
    Object value = spec.by().map(record::get).orElse(null);
    String word = value == null ? "" : String.valueOf(value).toLowerCase(Locale.ROOT);
    String duration = spec.durations().get(word);
    if (duration == null) {
      duration = spec.durations().get("");
    }
    if (duration != null) {
      return Optional.of(Duration.parse(duration));
    }
    return feed.mode() == Mode.SNAPSHOT
        ? Optional.empty()
        : Optional.of(Duration.ofDays(sight.days()));
  }

  private Optional<Long> confidence(Indicator spec, Fields record) throws Rejection {
    String text = CommonMapper.text(spec.confidence(), record);
    if (text == null) {
      return Optional.empty();
    }
    if (!text.matches("[0-9]{1,3}") || Integer.parseInt(text) > 100) {
      throw Rejection.of("number", Rejection.shown(text) + " is no confidence from 0 to 100");
    }
    return Optional.of(Math.min(Long.parseLong(text), feed.maxConfidence()));
  }

  private void malware(
      Malware spec, Fields record, StixId indicator, Instant created, List<BuiltObject> into) {
    String name = spec.name().text(record);
    if (name == null) {
      return;
    }
    // made alike by all records of the family, so that its bytes are the same
    StixId id = frame.ids.of("malware", name.toLowerCase(Locale.ROOT));
    ObjectBuilder builder = frame.own(frame.factory.malware(name, true), id, frame.at);
    List<String> aliases =
        spec.aliases().map(expression -> expression.list(record)).orElse(List.of()).stream()
            .filter(alias -> !alias.equalsIgnoreCase(name))
            .toList();
    if (!aliases.isEmpty()) {
      builder = builder.with("aliases", aliases);
    }
    if (!spec.types().isEmpty()) {
      builder = builder.with("malware_types", spec.types());
    }
    into.add(builder.build());
    into.add(frame.relationship(indicator, "indicates", id, created));
  }
}
