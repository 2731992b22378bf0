// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.stix.json;

/**
 * What one body may take.
 *
 * @param envelopeBytes the longest body, in bytes after any decompression, inclusive
 * @param objects the most items of {@code objects}, inclusive
 * @param leadingTokens the most JSON tokens before the array {@code objects}, inclusive
 * @param object what each of the objects may take
 */
public record Limits(long envelopeBytes, int objects, int leadingTokens, ObjectLimits object) {
  /** 50 MiB, 100,000 objects, half a million tokens before {@code objects}. */
  public static final Limits DEFAULT =
      new Limits(50L << 20, 100_000, 500_000, ObjectLimits.DEFAULT);

  /** Refuses limits under which nothing could pass. */
  public Limits {
    if (envelopeBytes < 2 || objects < 1 || leadingTokens < 1) {
      throw new IllegalArgumentException("limits of a body must be positive");
    }
  }
}
