// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.stix.build;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.entente.stix.StixId;
import org.entente.stix.json.id.ObservableIds;
import org.entente.stix.pattern.ObservationExpression;
import org.entente.stix.type.table.StixType;
import org.entente.stix.type.table.TypeClass;

/**
 * Begins objects: {@link #object} for every type, and the rest for the usual ones, with what they
 * require. For one thread at a time.
 */
public final class StixFactory {
  private final ObjectBuilder.Sources sources;

  /**
   * A factory.
   *
   * @param clock for {@code created} and {@code modified}
   * @param uuids random UUIDs (version 4), for objects whose content does not give one
   */
  public StixFactory(InstantSource clock, Supplier<UUID> uuids) {
    sources = new ObjectBuilder.Sources(clock, uuids, new ObservableIds());
  }

  /**
   * An object without anything.
   *
   * @param type its type, one of the standard's
   * @throws IllegalArgumentException when there is none of that name
   */
  public ObjectBuilder object(String type) {
    StixType found = Members.type(type);
    if (found.typeClass() == TypeClass.PART
        || found.typeClass() == TypeClass.EXTENSION
        || found.typeClass() == TypeClass.BUNDLE) {
      throw new IllegalArgumentException("`" + type + "` is no object");
    }
    return new ObjectBuilder(sources, Members.of(found));
  }

  /** An indicator with a STIX pattern (§4.7). */
  public ObjectBuilder indicator(ObservationExpression pattern, Instant validFrom) {
    return object("indicator")
        .with("pattern", pattern)
        .with("pattern_type", "stix")
        .with("pattern_version", "2.1")
        .with("valid_from", validFrom);
  }

  /** An identity (§4.5). */
  public ObjectBuilder identity(String name) {
    return object("identity").name(name);
  }

  /** Malware (§4.11), a family or one instance. */
  public ObjectBuilder malware(String name, boolean family) {
    return object("malware").name(name).with("is_family", family);
  }

  /** A relationship (§5.1) from one object to another. */
  public ObjectBuilder relationship(StixId source, String relationshipType, StixId target) {
    return object("relationship")
        .with("relationship_type", relationshipType)
        .with("source_ref", source)
        .with("target_ref", target);
  }

  /** A report (§4.16) on one or more objects. */
  public ObjectBuilder report(String name, Instant published, Collection<StixId> objects) {
    return object("report").name(name).with("published", published).with("object_refs", objects);
  }

  /** A sighting (§5.2) of a domain object. */
  public ObjectBuilder sighting(StixId of) {
    return object("sighting").with("sighting_of_ref", of);
  }

  /** One or more observables (§4.14), seen so often from a time, until another, both inclusive. */
  public ObjectBuilder observedData(
      Instant first, Instant last, int times, Collection<StixId> observables) {
    return object("observed-data")
        .with("first_observed", first)
        .with("last_observed", last)
        .with("number_observed", times)
        .with("object_refs", observables);
  }

  /** A marking-definition with a statement (§7.2.1.3). */
  public ObjectBuilder statement(String statement) {
    return object("marking-definition")
        .with("definition_type", "statement")
        .with("definition", Map.of("statement", statement));
  }

  /** An observable that is its {@code value}: an address, a domain name, a URL. */
  public ObjectBuilder observable(String type, String value) {
    return object(type).with("value", value);
  }

  /** A file (§6.7) by its hashes, the algorithms named as the standard does. */
  public ObjectBuilder file(Map<String, String> hashes) {
    return object("file").with("hashes", hashes);
  }
}
