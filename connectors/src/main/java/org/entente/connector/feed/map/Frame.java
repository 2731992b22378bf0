// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.connector.feed.map;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.entente.connector.feed.definition.FeedDefinition;
import org.entente.stix.StixId;
import org.entente.stix.Tlp;
import org.entente.stix.TlpMarkings;
import org.entente.stix.build.BuiltObject;
import org.entente.stix.build.ObjectBuilder;
import org.entente.stix.build.StixFactory;

/** What all objects of a feed share: who made them, how they are marked, how ids are made. */
final class Frame {
  final StixFactory factory;
  final Ids ids;
  final Instant at;
  final StixId author;
  private final List<BuiltObject> objects = new ArrayList<>();
  private final StixId[] markings;

  /**
   * A frame.
   *
   * @param namespace of ids
   * @param at the time of the run
   */
  Frame(FeedDefinition feed, UUID namespace, Instant at) {
    this.at = at;
    ids = new Ids(namespace, feed.id());
    factory =
        new StixFactory(
            () -> at,
            () -> {
              throw new IllegalStateException("an id would depend on chance");
            });
    author = ids.of("identity", feed.id());
    List<StixId> marks = new ArrayList<>(List.of(level(feed.marking().level())));
    feed.marking()
        .statement()
        .ifPresent(
            statement -> {
              StixId id = ids.of("marking-definition", statement);
              marks.add(id);
              objects.add(
                  factory
                      .statement(statement)
                      .with("id", id)
                      .with("created_by_ref", author)
                      .build());
            });
    markings = marks.toArray(StixId[]::new);
    objects.add(
        0,
        marked(
                factory
                    .identity(feed.licence().attribution())
                    .with("id", author)
                    .with("identity_class", "organization"))
            .build());
  }

  /** Some readers know the four markings of TLP 1 only and take others for their own default. */
  private static StixId level(Tlp level) {
    return level == Tlp.AMBER_STRICT ? TlpMarkings.marking(level) : TlpMarkings.firstMarking(level);
  }

  /** What each run begins with: the author, and the statement that objects refer to. */
  List<BuiltObject> objects() {
    return List.copyOf(objects);
  }

  ObjectBuilder marked(ObjectBuilder builder) {
    return builder.marked(markings);
  }

  /** An object of the feed's own. */
  ObjectBuilder own(ObjectBuilder builder, StixId id, Instant created) {
    return marked(
        builder
            .with("id", id)
            .with("created", created)
            .with("modified", created)
            .createdBy(author));
  }

  /** A relationship between two objects of one record. */
  BuiltObject relationship(StixId from, String type, StixId to, Instant created) {
    StixId id = ids.of("relationship", from + "|" + type + "|" + to);
    return own(factory.relationship(from, type, to), id, created).build();
  }
}
