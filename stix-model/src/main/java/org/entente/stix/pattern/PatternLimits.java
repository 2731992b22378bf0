// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.stix.pattern;

/**
 * What a pattern may measure.
 *
 * @param length characters, at most
 * @param depth brackets within brackets, at most; one observation has depth 1
 */
public record PatternLimits(int length, int depth) {
  /** Far more than patterns in use have: the longest seen has 2,000 characters and depth 4. */
  public static final PatternLimits DEFAULT = new PatternLimits(65_536, 32);
}
