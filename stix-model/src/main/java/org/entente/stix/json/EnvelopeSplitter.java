// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.stix.json;

import java.nio.ByteBuffer;
import java.util.Objects;
import java.util.Optional;
import org.entente.stix.json.SplitResult.Failure;
import org.entente.stix.json.SplitResult.Kind;

/**
 * Cuts an envelope, a bundle or a single object into raw objects while it arrives, holding no more
 * than one of them. For one body and one thread.
 */
public final class EnvelopeSplitter {
  /** How much is looked at before what it leaves behind is weighed. */
  private static final int STRIDE = 64 << 10;

  private final Window window = new Window();
  private final long limit;
  private final EnvelopeScan scan;

  /**
   * Prepares for one body.
   *
   * @param limits what the body may take
   * @param sink receives the items
   */
  public EnvelopeSplitter(Limits limits, ItemSink sink) {
    limit = limits.envelopeBytes();
    scan = new EnvelopeScan(limits, window, sink);
  }

  /**
   * Takes the next bytes. After a failure every further call returns the same failure.
   *
   * @param chunk holds the bytes; not kept
   * @param offset the first byte
   * @param length how many bytes
   * @return the failure of the whole body, once there is one
   */
  public Optional<Failure> feed(byte[] chunk, int offset, int length) {
    int at = Objects.checkFromIndexSize(offset, length, chunk.length);
    int end = offset + (int) Math.min(length, limit - window.length());
    while (at < end && scan.failure().isEmpty()) {
      int stride = Math.min(STRIDE, end - at);
      window.add(chunk, at, stride);
      scan.scan();
      at += stride;
    }
    if (end < offset + length) {
      scan.fail(Kind.TOO_LARGE, "the body is larger than " + limit + " bytes", limit);
    }
    return scan.failure();
  }

  /**
   * Takes the next bytes, from the buffer's position to its limit.
   *
   * @param chunk holds the bytes; read to its limit, not kept
   * @return the failure of the whole body, once there is one
   */
  public Optional<Failure> feed(ByteBuffer chunk) {
    if (chunk.hasArray()) {
      int length = chunk.remaining();
      int offset = chunk.arrayOffset() + chunk.position();
      chunk.position(chunk.limit());
      return feed(chunk.array(), offset, length);
    }
    byte[] part = new byte[Math.min(STRIDE, chunk.remaining())];
    while (chunk.hasRemaining()) {
      int length = Math.min(part.length, chunk.remaining());
      chunk.get(part, 0, length);
      if (feed(part, 0, length).isPresent()) {
        chunk.position(chunk.limit());
      }
    }
    return scan.failure();
  }

  /** Says that the last byte was fed, and how the body ended. */
  public SplitResult end() {
    return scan.end();
  }
}
