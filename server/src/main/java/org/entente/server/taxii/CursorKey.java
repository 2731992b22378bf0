// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.taxii;

import java.util.Arrays;

/**
 * A key that cursors are authenticated with.
 *
 * @param id names it inside a cursor
 * @param secret at least 32 random bytes
 */
public record CursorKey(int id, byte[] secret) {
  /** Refuses a short secret. */
  public CursorKey {
    if (secret.length < 32) {
      throw new IllegalArgumentException("a cursor key has at least 32 bytes");
    }
    secret = secret.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CursorKey that && id == that.id && Arrays.equals(secret, that.secret);
  }

  @Override
  public int hashCode() {
    return id;
  }

  @Override
  public String toString() {
    return "CursorKey[" + id + "]";
  }
}
