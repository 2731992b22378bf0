// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.admin;

import io.vertx.core.Future;
import java.util.concurrent.Callable;

/** Runs what takes longer than an event loop should be kept. */
@FunctionalInterface
public interface Offload {
  /** Runs a task elsewhere; fails with what it throws. */
  <T> Future<T> run(Callable<T> task);
}
