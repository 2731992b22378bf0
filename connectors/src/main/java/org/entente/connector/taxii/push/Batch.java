// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.connector.taxii.push;

import io.vertx.core.buffer.Buffer;
import java.util.List;

/**
 * Objects that are sent together.
 *
 * @param objects their bytes, in order
 * @param refused what was read beside them and cannot be sent
 * @param notes what was found in the files and hinders nothing
 * @param bytesRead how far the files were read for it, in bytes after decompression
 */
record Batch(List<byte[]> objects, List<PushFailure> refused, List<String> notes, long bytesRead) {
  private static final String HEAD = "{\"objects\":[";
  private static final String TAIL = "]}";

  /** What an envelope takes beside its objects, without the commas between them. */
  static final int FRAME = HEAD.length() + TAIL.length();

  boolean isEmpty() {
    return objects.isEmpty() && refused.isEmpty() && notes.isEmpty();
  }

  /** Objects as an envelope (TAXII 2.1 §3.7). */
  static Buffer envelope(List<byte[]> objects) {
    int length = objects.stream().mapToInt(object -> object.length + 1).sum();
    Buffer envelope = Buffer.buffer(FRAME + length).appendString(HEAD);
    for (int i = 0; i < objects.size(); i++) {
      if (i > 0) {
        envelope.appendByte((byte) ',');
      }
      envelope.appendBytes(objects.get(i));
    }
    return envelope.appendString(TAIL);
  }
}
