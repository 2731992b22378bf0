// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.stix.json.id;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.NameBasedGenerator;
import java.io.IOException;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.entente.stix.StixId;
import org.erdtman.jcs.JsonCanonicalizer;

/**
 * Makes the identifiers that observables should have (STIX 2.1 §2.9, §3.3): the UUIDv5 of the
 * canonical JSON (RFC 8785) of what contributes to it. For one thread at a time.
 */
public final class ObservableIds {
  /** Of the UUIDs that are made so; other namespaces are their producers' own. */
  private static final UUID NAMESPACE = UUID.fromString("00abedb4-aa42-466c-9c01-fed23315a9b7");

  private final NameBasedGenerator uuids = Generators.nameBasedGenerator(NAMESPACE);

  /**
   * The identifier for an observable's content.
   *
   * @param type its type
   * @param contributing the names of the properties that contribute to identifiers of the type
   * @param object the observable, with or without an identifier; JSON in UTF-8
   * @return the identifier, or empty when none of the properties is there: then its UUID is to be
   *     random. Empty as well for what is no JSON.
   */
  public Optional<StixId> of(String type, Collection<String> contributing, byte[] object) {
    try {
      Optional<String> part = ContributingPart.of(object, contributing);
      if (part.isEmpty()) {
        return Optional.empty();
      }
      String canonical = new JsonCanonicalizer(part.get()).getEncodedString();
      return StixId.parse(type + "--" + uuids.generate(canonical.getBytes(UTF_8)));
    } catch (IOException notJson) {
      return Optional.empty();
    }
  }
}
