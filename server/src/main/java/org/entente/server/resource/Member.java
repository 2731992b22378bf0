// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.resource;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.entente.stix.StixId;
import org.entente.stix.Tlp;

/**
 * An organisation of the exchange.
 *
 * @param id short name, without a slash
 * @param name for people
 * @param status whether it takes part
 * @param orgKind what it is
 * @param seat countries of its seat, ISO 3166-1 alpha-2
 * @param processing countries where it processes what it receives
 * @param control countries of those who control it
 * @param sectors its sectors
 * @param identities the STIX identities that are its own
 * @param handlesUpTo the highest level that its agreement covers
 * @param agreements what it signed
 * @param intake what it does not want
 * @param standing an administrator's override
 * @param retentionDays how long it keeps what it receives, when it says so
 * @param listed whether other members see it in the directory
 * @param onExit what happens to its content when it leaves
 * @param contacts whom to call
 */
public record Member(
    String id,
    String name,
    Status status,
    OrgKind orgKind,
    Set<String> seat,
    Set<String> processing,
    Set<String> control,
    Set<String> sectors,
    Set<StixId> identities,
    Tlp handlesUpTo,
    List<Signature> agreements,
    Set<String> intake,
    Optional<Standing> standing,
    Optional<Integer> retentionDays,
    boolean listed,
    OnExit onExit,
    List<Contact> contacts)
    implements Resource {

  /** Whether a member takes part; only an active one may do anything. */
  public enum Status {
    APPLICANT,
    ACTIVE,
    SUSPENDED,
    LEFT
  }

  /** Whether a member gives enough. */
  public enum Standing {
    GOOD,
    GRACE,
    LAPSED
  }

  /** What happens to the content of a member that leaves. */
  public enum OnExit {
    STAYS,
    REMOVED,
    PSEUDONYMISED
  }

  /** An agreement as signed: id, version, and the day, ISO 8601. */
  public record Signature(String id, int version, String signed) {}

  /** Whom to call, and for what. */
  public record Contact(String name, String email, String role) {}

  @Override
  public Kind kind() {
    return Kind.MEMBER;
  }

  /** Whether the member takes part today. */
  public boolean active() {
    return status == Status.ACTIVE;
  }
}
