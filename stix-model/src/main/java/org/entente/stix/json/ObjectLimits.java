// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.stix.json;

/**
 * What one object may take. Whatever goes beyond is a failure of that object alone.
 *
 * @param bytes the longest object, in bytes, inclusive
 * @param depth the deepest nesting of objects and arrays, inclusive; the object itself is 1
 * @param stringBytes the longest string or name, in bytes as sent, inclusive
 * @param numberBytes the longest number, in bytes as sent, inclusive
 * @param references the most references, and the most labels, an object may have, inclusive
 */
public record ObjectLimits(int bytes, int depth, int stringBytes, int numberBytes, int references) {
  /** 4 MiB, 64 levels, strings as long as the object, numbers of 1,000 bytes, 20,000 references. */
  public static final ObjectLimits DEFAULT = new ObjectLimits(4 << 20, 64, 4 << 20, 1_000, 20_000);

  /** For what was taken in before, under limits of its own. */
  public static final ObjectLimits ANY =
      new ObjectLimits(
          Integer.MAX_VALUE, 1000, Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE);

  /** Refuses limits under which nothing could pass. */
  public ObjectLimits {
    if (bytes < 2 || depth < 1 || stringBytes < 1 || numberBytes < 1 || references < 0) {
      throw new IllegalArgumentException("limits of an object must be positive");
    }
  }
}
