// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.taxii;

import org.entente.stix.StixId;

/**
 * One version of an object in a collection, as a reader finds it.
 *
 * @param added its position in the collection, microseconds since the epoch
 * @param id the object; made text only where a record is written
 * @param version the producer's text of {@code modified}, else of {@code created}
 * @param mediaType such as {@code application/stix+json;version=2.1}
 * @param bytes the producer's bytes; empty where only the record is wanted
 */
public record PageRow(long added, StixId id, String version, String mediaType, byte[] bytes) {
  private static final byte[] NONE = {};

  PageRow withoutBytes() {
    return bytes.length == 0 ? this : new PageRow(added, id, version, mediaType, NONE);
  }
}
