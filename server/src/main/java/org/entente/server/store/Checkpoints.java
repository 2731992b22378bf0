// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.store;

import io.vertx.core.Future;
import java.util.Optional;

/** Small named values that must outlive a node: cursor keys, audit keys, who holds a lease. */
public interface Checkpoints {
  /** The value of a name, or empty. */
  Future<Optional<byte[]>> get(String name);

  /** Keeps a value, durably, in place of any other. */
  Future<Void> put(String name, byte[] value);

  /**
   * Keeps a value unless the name has one.
   *
   * @return the value that the name has now
   */
  Future<byte[]> putIfAbsent(String name, byte[] value);
}
