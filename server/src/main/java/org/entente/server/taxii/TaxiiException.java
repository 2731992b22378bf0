// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.taxii;

/** Carries a {@link TaxiiFailure}; it has no stack trace, since it is an answer and no fault. */
public final class TaxiiException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient TaxiiFailure failure;

  TaxiiException(TaxiiFailure failure) {
    super(failure.description(), null, false, false);
    this.failure = failure;
  }

  /** What the client is told. */
  public TaxiiFailure failure() {
    return failure;
  }
}
