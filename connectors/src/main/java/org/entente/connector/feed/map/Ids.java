// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.connector.feed.map;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.NameBasedGenerator;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.entente.stix.StixId;

/**
 * Ids of what has none of its own: the UUIDv5, in the namespace of the exchange, of the feed, the
 * type and what is natural to the object. Two feeds with the same entry keep two objects: only the
 * creator may revise one. For one thread at a time.
 */
final class Ids {
  private final NameBasedGenerator uuids;
  private final String feed;

  Ids(UUID namespace, String feed) {
    this.uuids = Generators.nameBasedGenerator(namespace);
    this.feed = feed;
  }

  StixId of(String type, String key) {
    byte[] name = (feed + "|" + type + "|" + key).getBytes(StandardCharsets.UTF_8);
    return new StixId(type, uuids.generate(name));
  }
}
