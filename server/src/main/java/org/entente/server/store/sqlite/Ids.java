// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.store.sqlite;

import java.nio.ByteBuffer;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.UUID;
import org.entente.stix.StixId;

/**
 * Ids as they are kept: 16 bytes of UUID, then the number of the type in as few bytes as it takes.
 */
final class Ids {
  static final int UUID_BYTES = 16;

  private Ids() {}

  static byte[] bytes(StixId id, int type) {
    byte[] all =
        ByteBuffer.allocate(UUID_BYTES + Integer.BYTES)
            .putLong(id.uuid().getMostSignificantBits())
            .putLong(id.uuid().getLeastSignificantBits())
            .putInt(Integer.reverseBytes(type))
            .array();
    int end = all.length;
    while (end > UUID_BYTES + 1 && all[end - 1] == 0) {
      end--;
    }
    return Arrays.copyOf(all, end);
  }

  static StixId read(byte[] bytes, Names names) throws SQLException {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    UUID uuid = new UUID(buffer.getLong(), buffer.getLong());
    return new StixId(names.name(type(bytes, UUID_BYTES, bytes.length)), uuid);
  }

  /** The number of a type, lowest byte first. */
  static int type(byte[] bytes, int start, int end) {
    int type = 0;
    for (int i = end - 1; i >= start; i--) {
      type = type << Byte.SIZE | bytes[i] & 0xff;
    }
    return type;
  }
}
