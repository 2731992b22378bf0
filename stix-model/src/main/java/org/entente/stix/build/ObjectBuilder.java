// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.stix.build;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.entente.stix.StixId;
import org.entente.stix.Tlp;
import org.entente.stix.TlpMarkings;
import org.entente.stix.json.id.ObservableIds;
import org.entente.stix.json.write.ObjectWriter;
import org.entente.stix.type.table.StixType;
import org.entente.stix.type.table.TypeClass;

/**
 * An object that is being made. Never changes: each step gives another one. What a producer need
 * not say is filled in when it is built: {@code id}, {@code spec_version}, {@code created} and
 * {@code modified}.
 */
public final class ObjectBuilder {
  /** What is not the caller's to say. */
  record Sources(InstantSource clock, Supplier<UUID> uuids, ObservableIds observables) {}

  private final Sources sources;
  private final Members members;

  ObjectBuilder(Sources sources, Members members) {
    this.sources = sources;
    this.members = members;
  }

  /**
   * With a property, or another value for it.
   *
   * @param property its name
   * @param value by the property's kind: a {@code String}, {@code Boolean}, {@code Integer}, {@code
   *     Long}, {@code Double} or {@code BigDecimal}; an {@link Instant}, written with milliseconds,
   *     or a {@link org.entente.stix.StixTimestamp}, written as it is; a {@link StixId}; an {@link
   *     org.entente.stix.pattern.ObservationExpression}; a {@link Part}; a {@code Map}; a {@code
   *     Collection} of them for a list
   * @throws IllegalArgumentException when the type has no such property, or it takes no such value
   */
  public ObjectBuilder with(String property, Object value) {
    return new ObjectBuilder(sources, members.with(property, value));
  }

  /**
   * With a property that the standard does not have.
   *
   * @param property its name, which should begin with {@code x_} unless an extension declares it
   * @param value any value that {@link #with} takes
   * @throws IllegalArgumentException when the standard has it
   */
  public ObjectBuilder withCustom(String property, Object value) {
    return new ObjectBuilder(sources, members.withCustom(property, value));
  }

  /** With a name. */
  public ObjectBuilder name(String name) {
    return with("name", name);
  }

  /** With a description. */
  public ObjectBuilder description(String description) {
    return with("description", description);
  }

  /** With labels, one or more. */
  public ObjectBuilder labels(String... labels) {
    return with("labels", Arrays.asList(labels));
  }

  /** Made by an identity. */
  public ObjectBuilder createdBy(StixId identity) {
    return with("created_by_ref", identity);
  }

  /** Marked with marking-definitions, one or more. */
  public ObjectBuilder marked(StixId... markings) {
    return with("object_marking_refs", Arrays.asList(markings));
  }

  /** Marked with a level of TLP 2. */
  public ObjectBuilder marked(Tlp level) {
    return marked(TlpMarkings.marking(level));
  }

  /** With references to what is outside, one or more. */
  public ObjectBuilder externalReferences(Part... references) {
    return with("external_references", List.of(references));
  }

  /**
   * As a further version of an object.
   *
   * @param id its identifier
   * @param created when its first version was made
   */
  public ObjectBuilder versionOf(StixId id, Instant created) {
    return with("id", id).with("created", created);
  }

  /**
   * Makes the object.
   *
   * @throws IllegalStateException when the type requires a property that is not there
   */
  public BuiltObject build() {
    StixType type = members.type();
    Members all = members.with("type", type.name());
    if (has("spec_version")) {
      all = all.with("spec_version", "2.1");
    }
    Instant now = sources.clock().instant();
    if (has("created") && !all.values().containsKey("created")) {
      all = all.with("created", now);
    }
    if (has("modified") && !all.values().containsKey("modified")) {
      all = all.with("modified", now);
    }
    StixId id = id(all);
    Map<String, Object> complete = all.with("id", id).complete();
    return new BuiltObject(id, ObjectWriter.write(complete));
  }

  private boolean has(String property) {
    return members.type().property(property).isPresent();
  }

  private StixId id(Members all) {
    Object given = all.values().get("id");
    if (given != null) {
      return StixId.parse((String) given).orElseThrow();
    }
    StixType type = all.type();
    Optional<StixId> made =
        type.typeClass() == TypeClass.SCO
            ? sources
                .observables()
                .of(type.name(), type.contributing(), ObjectWriter.write(all.ordered()))
            : Optional.empty();
    return made.orElseGet(() -> new StixId(type.name(), sources.uuids().get()));
  }
}
