// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.store.sqlite;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.entente.stix.StixId;
import org.entente.stix.StixTimestamp;

/**
 * The id and version of an object as a row of the feed carries them, so that a page needs no other
 * table for what it says of an object: UUID, seconds, nanoseconds, the number of the type behind
 * its length, and the version as the producer wrote it.
 */
final class Stamp {
  private static final int FIXED = 16 + Long.BYTES + Integer.BYTES + 1;

  private Stamp() {}

  static byte[] bytes(byte[] id, StixTimestamp version) {
    byte[] text = version.text().getBytes(StandardCharsets.UTF_8);
    int typeBytes = id.length - Ids.UUID_BYTES;
    return ByteBuffer.allocate(FIXED + typeBytes + text.length)
        .put(id, 0, Ids.UUID_BYTES)
        .putLong(version.instant().getEpochSecond())
        .putInt(version.instant().getNano())
        .put((byte) typeBytes)
        .put(id, Ids.UUID_BYTES, typeBytes)
        .put(text)
        .array();
  }

  static StixId id(byte[] stamp, Names names) throws SQLException {
    ByteBuffer buffer = ByteBuffer.wrap(stamp);
    return new StixId(names.name(type(stamp)), new UUID(buffer.getLong(), buffer.getLong()));
  }

  /** The id as {@link Ids#bytes} gives it. */
  static byte[] idBytes(byte[] stamp) {
    int typeBytes = stamp[FIXED - 1];
    return ByteBuffer.allocate(Ids.UUID_BYTES + typeBytes)
        .put(stamp, 0, Ids.UUID_BYTES)
        .put(stamp, FIXED, typeBytes)
        .array();
  }

  /** The number of the type. */
  static int type(byte[] stamp) {
    return Ids.type(stamp, FIXED, FIXED + stamp[FIXED - 1]);
  }

  static Instant instant(byte[] stamp) {
    ByteBuffer buffer = ByteBuffer.wrap(stamp, Ids.UUID_BYTES, Long.BYTES + Integer.BYTES);
    return Instant.ofEpochSecond(buffer.getLong(), buffer.getInt());
  }

  static StixTimestamp version(byte[] stamp) {
    int start = FIXED + stamp[FIXED - 1];
    return new StixTimestamp(
        instant(stamp), new String(stamp, start, stamp.length - start, StandardCharsets.UTF_8));
  }
}
