// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.connector.taxii.pull;

import java.io.Closeable;
import java.io.IOException;

/** Where objects are written, page by page. What is not kept can be written anew. */
interface Output extends Closeable {
  /**
   * Writes a part of the page at hand.
   *
   * @param at where it belongs, in bytes from the beginning of the page
   */
  void write(byte[] part, long at) throws IOException;

  /**
   * Makes the page safe: when this returns, its bytes outlive the program.
   *
   * @param length the length of the page, in bytes
   * @param tail what makes the output whole as it is; the next page is written over it
   */
  void keep(long length, byte[] tail) throws IOException;

  /** The last page is kept: makes the output whole. */
  void finish(byte[] tail) throws IOException;

  /** How many bytes are kept, without the tail. */
  long length();
}
