// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.resource;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * A named set of members.
 *
 * @param id its name
 * @param owner a member's id, or {@code hub}
 * @param members ids of members
 * @param type what it is for
 * @param expires when it ends, if it does
 * @param discoverable whether those outside know of it
 * @param pseudonymScope for which pseudonyms it is a scope
 * @param minimum how many members it must have for pseudonyms
 */
public record Circle(
    String id,
    String owner,
    Set<String> members,
    Type type,
    Optional<Instant> expires,
    boolean discoverable,
    Optional<String> pseudonymScope,
    int minimum)
    implements Resource {
  /** What a circle is for. */
  public enum Type {
    COMMUNITY,
    BILATERAL,
    INCIDENT,
    EARLY_SHARE
  }

  @Override
  public Kind kind() {
    return Kind.CIRCLE;
  }
}
