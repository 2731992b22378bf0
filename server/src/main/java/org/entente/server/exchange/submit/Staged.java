// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.exchange.submit;

import java.nio.ByteBuffer;
import java.util.Optional;
import org.entente.server.exchange.decide.Incoming;
import org.entente.stix.StixObject;
import org.entente.stix.json.ObjectReader;
import org.entente.stix.json.ReadResult;

/**
 * One object of a pending submission as it is kept: its place, whether it came alone, its bytes.
 */
final class Staged {
  private static final int HEAD = Integer.BYTES + 1;

  private Staged() {}

  static byte[] encode(Outline outline, byte[] bytes) {
    return ByteBuffer.allocate(HEAD + bytes.length)
        .putInt(outline.index())
        .put((byte) (outline.alone() ? 1 : 0))
        .put(bytes)
        .array();
  }

  static Optional<Incoming> decode(byte[] kept, ObjectReader reader) {
    ByteBuffer buffer = ByteBuffer.wrap(kept);
    int index = buffer.getInt();
    boolean alone = buffer.get() == 1;
    byte[] bytes = new byte[buffer.remaining()];
    buffer.get(bytes);
    return reader.read(bytes) instanceof ReadResult.Accepted accepted
        ? Optional.of(incoming(index, accepted.object(), alone))
        : Optional.empty();
  }

  static Incoming incoming(int index, StixObject object, boolean alone) {
    return new Incoming(
        index, object, MarkingReader.kind(object), Hashes.sha256(object.bytes()), alone);
  }
}
