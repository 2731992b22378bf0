// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.stix.json;

/**
 * Receives the items of a body in order, each as soon as its last byte is there. What was received
 * counts only once the body has ended as {@link SplitResult.Whole}.
 */
public interface ItemSink {
  /** An object that is JSON within the limits. */
  void object(Slice slice);

  /**
   * An item that is no object, or one beyond the limits.
   *
   * @param index its place among the items of {@code objects}, from 0
   * @param refused what is known of it, and why it cannot be taken
   */
  void refused(int index, ReadResult.Refused refused);
}
