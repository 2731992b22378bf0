// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.stix.json;

/**
 * One object as the producer sent it, from its opening to its closing brace.
 *
 * @param index its place among the items of {@code objects}, from 0
 * @param offset where it begins in the body, in bytes from 0
 * @param bytes exactly the bytes that were sent; belongs to whoever receives the slice
 */
public record Slice(int index, long offset, byte[] bytes) {
  /** The place and the length, never the content. */
  @Override
  public String toString() {
    return "slice " + index + " of " + bytes.length + " bytes";
  }
}
