// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.store;

/** Is told how something long goes; on any thread, one at a time. */
public interface Watch {
  /**
   * How far it is.
   *
   * @param what is being done
   * @param done how much
   * @param whole of how much; 0 when that is not known
   */
  void progress(String what, long done, long whole);
}
