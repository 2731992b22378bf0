// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.stix.json.scan;

/** Is told of the tokens; positions are offsets in the whole text. */
public interface TokenHandler {
  /** An opening brace or bracket at an offset; the depth counts it already. */
  void open(boolean object, long at);

  /** A closing brace or bracket before an offset; the depth counts it no more. */
  void close(boolean object, long end);

  /** A member's name, quotes included. */
  void name(long start, long end, boolean escaped);

  /** A string that is a value, quotes included. */
  void string(long start, long end, boolean escaped);

  /** A number, and whether it has an exponent. */
  void number(long start, long end, boolean exponent);

  /** {@code true}, {@code false} or {@code null}. */
  void literal(long start);

  /** The string or name that began at an offset, and comes next, has half a surrogate pair. */
  void loneSurrogate(long token);
}
