// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.http.endpoint;

import io.vertx.core.Future;

/** Answers one method of one target. Who asks, its right and what it accepts are checked before. */
public interface Endpoint {
  /** The right to the collection that it takes. */
  default Right right() {
    return Right.NONE;
  }

  /**
   * Answers.
   *
   * @return the answer; fails with {@link org.entente.server.taxii.TaxiiException} or with what the
   *     exchange fails with
   */
  Future<Response> answer(Call call);
}
