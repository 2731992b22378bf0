// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.auth;

/**
 * Who asks, once it is known.
 *
 * @param credentialId {@code member/name}
 * @param memberId the member that the credential belongs to
 */
public record Principal(String credentialId, String memberId) {
  /** Everybody who presents nothing, where that is allowed: one member to the exchange. */
  public static final Principal ANONYMOUS = new Principal("anonymous", "anonymous");

  /** Whether nothing was presented. */
  public boolean anonymous() {
    return equals(ANONYMOUS);
  }
}
