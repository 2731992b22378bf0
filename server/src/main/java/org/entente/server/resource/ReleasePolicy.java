// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.resource;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.entente.stix.StixId;

/**
 * A producer's rule about who receives its objects; immutable once applied.
 *
 * @param id {@code owner/name@n}
 * @param appliesTo where it is bound
 * @param to the addressed members; empty means that it names none
 * @param except who is left out whatever else says
 * @param recipients the credentials that may receive RED; empty means that it names none
 */
public record ReleasePolicy(
    String id, AppliesTo appliesTo, List<Term> to, List<Term> except, Set<String> recipients)
    implements Resource {

  /** The level at which a policy is bound, least specific first. */
  public enum Level {
    MEMBER,
    CREDENTIAL,
    COLLECTION,
    SUBMISSION,
    OBJECT;

    /** Whether what is bound here is frozen into an object when it comes. */
    public boolean frozen() {
      return this == SUBMISSION || this == OBJECT;
    }
  }

  /**
   * Where a policy is bound.
   *
   * @param level how
   * @param credential at credential level: the credential's id, when the document names it
   * @param collection at collection level: id or {@code root/alias}
   * @param objects at object level: ids
   * @param types only objects of these types; empty means all
   * @param labels only objects with one of these labels; empty means all
   */
  public record AppliesTo(
      Level level,
      Optional<String> credential,
      Optional<String> collection,
      Set<StixId> objects,
      Set<String> types,
      Set<String> labels) {}

  @Override
  public Kind kind() {
    return Kind.RELEASE_POLICY;
  }

  /** The member who owns it. */
  public String owner() {
    return id.substring(0, id.indexOf('/'));
  }

  /** The id without its version: {@code owner/name}. */
  public String family() {
    return id.substring(0, id.lastIndexOf('@'));
  }

  /** The version, counting from 1. */
  public int version() {
    return Integer.parseInt(id.substring(id.lastIndexOf('@') + 1));
  }
}
