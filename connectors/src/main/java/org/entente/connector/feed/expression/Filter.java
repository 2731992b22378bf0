// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.connector.feed.expression;

import org.jspecify.annotations.Nullable;

/** One step from a field's value to what is wanted of it. */
@FunctionalInterface
interface Filter {
  /**
   * The next value.
   *
   * @param value a {@code String}, a {@code List} of them, or null where there is none
   */
  @Nullable Object apply(@Nullable Object value);
}
