// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.stix.json;

/**
 * Reads the facts of one object in one pass and checks what storing it needs, no more. Expects a
 * {@link Slice}: that no name comes twice has been seen to by {@link EnvelopeSplitter}.
 */
public final class ObjectReader {
  /**
   * Makes a reader. Use one for each submission: names that strangers choose are cached inside.
   *
   * @param limits what an object may take
   */
  public ObjectReader(ObjectLimits limits) {}

  /**
   * Reads an object.
   *
   * @param bytes the object as sent; kept in the facts
   */
  public ReadResult read(byte[] bytes) {
    throw new UnsupportedOperationException();
  }

  /**
   * Reads an object while a listener follows.
   *
   * @param bytes the object as sent; kept in the facts
   * @param listener is told of each token, up to where the bytes are no JSON
   */
  public ReadResult read(byte[] bytes, ObjectListener listener) {
    throw new UnsupportedOperationException();
  }
}
