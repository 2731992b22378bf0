// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.policy;

import java.util.Optional;
import org.entente.server.resource.Credential;
import org.entente.server.resource.Member;

/**
 * Somebody who asks: one credential of one member, or nobody in particular.
 *
 * @param member whose it is; empty for anonymous
 * @param credential which; empty for anonymous
 */
public record Reader(Optional<Member> member, Optional<Credential> credential) {
  /** Somebody without credentials. */
  public static final Reader ANONYMOUS = new Reader(Optional.empty(), Optional.empty());

  /** A credential of a member. */
  public static Reader of(Member member, Credential credential) {
    return new Reader(Optional.of(member), Optional.of(credential));
  }

  /** Whether only a member's own staff and tools stand behind it. */
  public boolean inside() {
    return credential.isPresent() && credential.get().reader().inside();
  }

  /** Whether it is of the member and inside it, and so sees the member's own without condition. */
  public boolean speaksFor(String memberId) {
    return inside() && member.isPresent() && member.get().id().equals(memberId);
  }

  /** The credential's id, or {@code anonymous}. */
  public String id() {
    return credential.map(Credential::id).orElse("anonymous");
  }
}
