// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.stix.json;

import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * Cuts an envelope, a bundle or a single object into raw objects while it arrives, holding no more
 * than one of them. For one body and one thread.
 */
public final class EnvelopeSplitter {
  /**
   * Prepares for one body.
   *
   * @param limits what the body may take
   * @param sink receives the items
   */
  public EnvelopeSplitter(Limits limits, ItemSink sink) {
    throw new UnsupportedOperationException(limits + " " + sink);
  }

  /**
   * Takes the next bytes. After a failure every further call returns the same failure.
   *
   * @param chunk holds the bytes; not kept
   * @param offset the first byte
   * @param length how many bytes
   * @return the failure of the whole body, once there is one
   */
  public Optional<SplitResult.Failure> feed(byte[] chunk, int offset, int length) {
    throw new UnsupportedOperationException();
  }

  /**
   * Takes the next bytes, from the buffer's position to its limit.
   *
   * @param chunk holds the bytes; read to its limit, not kept
   * @return the failure of the whole body, once there is one
   */
  public Optional<SplitResult.Failure> feed(ByteBuffer chunk) {
    throw new UnsupportedOperationException();
  }

  /** Says that the last byte was fed, and how the body ended. */
  public SplitResult end() {
    throw new UnsupportedOperationException();
  }
}
