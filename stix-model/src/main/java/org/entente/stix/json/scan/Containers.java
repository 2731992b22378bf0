// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.stix.json.scan;

import java.util.Arrays;

/** The objects and arrays that are open, one bit for each. */
final class Containers {
  private long[] objects = new long[2];
  private int depth;

  int depth() {
    return depth;
  }

  void open(boolean object) {
    if (depth >> 6 == objects.length) {
      objects = Arrays.copyOf(objects, objects.length * 2);
    }
    long bit = 1L << depth;
    objects[depth >> 6] = object ? objects[depth >> 6] | bit : objects[depth >> 6] & ~bit;
    depth++;
  }

  void close() {
    depth--;
  }

  /** Whether the innermost is an object. */
  boolean inObject() {
    int top = depth - 1;
    return (objects[top >> 6] >>> top & 1) != 0;
  }
}
