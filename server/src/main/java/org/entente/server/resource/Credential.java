// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.resource;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.entente.stix.StixId;
import org.entente.stix.Tlp;

/**
 * One tool or person of a member; its id is also the user name of HTTP Basic.
 *
 * @param id {@code member/name}
 * @param reader what stands behind it
 * @param actsAs how far it acts on what it reads
 * @param roles {@code publisher}, {@code consumer}, {@code member-admin}
 * @param ceiling the highest level that it may receive
 * @param resale whether what it reads is sold on
 * @param acceptsDrills whether it takes exercises although it blocks
 * @param collections all that it may use, by id or {@code root/alias}; empty means every one
 * @param identities the identities it may write as; empty means its member's
 * @param allowFrom address ranges in CIDR form that it may come from; empty means any
 * @param expires the first day on which it is no longer valid, ISO 8601 day or instant
 * @param releasePolicy the family of policy bound to it, {@code owner/name} with or without @n
 * @param certificates {@code sha256:HEX} or {@code subject:DN} of client certificates
 */
public record Credential(
    String id,
    Reader reader,
    ActsAs actsAs,
    Set<String> roles,
    Tlp ceiling,
    boolean resale,
    boolean acceptsDrills,
    Set<String> collections,
    Set<StixId> identities,
    Set<String> allowFrom,
    Optional<Instant> expires,
    Optional<String> releasePolicy,
    Set<String> certificates)
    implements Resource {

  /** What stands behind a credential, and so whom it may pass things on to. */
  public enum Reader {
    INTERNAL("internal"),
    PERSON("person"),
    CLIENT("client"),
    CLIENT_PUBLIC("client-public"),
    PUSH_ONLY("push-only");

    private final String label;

    Reader(String label) {
      this.label = label;
    }

    /** The word that documents use. */
    public String label() {
      return label;
    }

    /** Whether only the member's own staff and tools stand behind it. */
    public boolean inside() {
      return this == INTERNAL || this == PERSON;
    }
  }

  /** How far a credential acts on what it reads, weakest first. */
  public enum ActsAs {
    NONE("none"),
    CONTACT("contact"),
    INTERNAL("internal"),
    EXT_INDIRECT("ext-indirect"),
    EXT_DIRECT("ext-direct");

    private final String label;

    ActsAs(String label) {
      this.label = label;
    }

    /** The word that documents use. */
    public String label() {
      return label;
    }
  }

  @Override
  public Kind kind() {
    return Kind.CREDENTIAL;
  }

  /** The id of the member it belongs to. */
  public String member() {
    return id.substring(0, id.indexOf('/'));
  }

  /** Whether it may push. */
  public boolean publishes() {
    return roles.contains("publisher");
  }

  /** Whether it may read. */
  public boolean consumes() {
    return roles.contains("consumer") && reader != Reader.PUSH_ONLY;
  }
}
