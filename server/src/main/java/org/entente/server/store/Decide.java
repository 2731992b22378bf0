// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.store;

/**
 * The rules' part of a commit: pure, run inside the store's transaction, and run again after a
 * conflict or when it asked for more keys.
 *
 * @param <T> what the caller learns when the commit is durable
 */
@FunctionalInterface
public interface Decide<T> {
  /**
   * Decides on what is committed.
   *
   * @param facts what the keys named so far stand for
   * @return what to write, or which keys to load first
   */
  Step<T> decide(Facts facts);

  /** The outcome of one round. */
  sealed interface Step<T> permits More, Write, Stale {}

  /** Load these too and ask again. */
  record More<T>(Keys keys) implements Step<T> {}

  /** Write this; the result is handed to the caller once it is durable. */
  record Write<T>(Plan plan, T result) implements Step<T> {}

  /** The rules that the decision stands on are no longer in force: fail with {@code STALE}. */
  record Stale<T>() implements Step<T> {}
}
