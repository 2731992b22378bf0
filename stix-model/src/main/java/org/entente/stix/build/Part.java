// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.stix.build;

import java.util.Map;
import org.entente.stix.type.table.StixType;
import org.entente.stix.type.table.TypeClass;

/**
 * A part of an object with properties of its own, such as an external reference or a predefined
 * extension. Never changes.
 */
public final class Part {
  private final Members members;

  private Part(Members members) {
    this.members = members;
  }

  /**
   * An empty part.
   *
   * @param name as the table has it, such as {@code external-reference} or {@code archive-ext}
   * @throws IllegalArgumentException when there is none of that name
   */
  public static Part of(String name) {
    StixType type = Members.type(name);
    if (type.typeClass() != TypeClass.PART && type.typeClass() != TypeClass.EXTENSION) {
      throw new IllegalArgumentException("`" + name + "` is an object by itself");
    }
    return new Part(Members.of(type));
  }

  /** A reference to something outside, by its name there. */
  public static Part externalReference(String sourceName, String externalId) {
    return of("external-reference").with("source_name", sourceName).with("external_id", externalId);
  }

  /** A phase of a kill chain. */
  public static Part killChainPhase(String killChainName, String phaseName) {
    return of("kill-chain-phase")
        .with("kill_chain_name", killChainName)
        .with("phase_name", phaseName);
  }

  /**
   * The part with one more property, or another value for it.
   *
   * @param property its name
   * @param value as {@link ObjectBuilder#with} takes it
   * @throws IllegalArgumentException when the part has no such property, or it takes no such value
   */
  public Part with(String property, Object value) {
    return new Part(members.with(property, value));
  }

  String name() {
    return members.type().name();
  }

  /** Its members in the order of the standard. */
  Map<String, Object> members() {
    return members.complete();
  }
}
