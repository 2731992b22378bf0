// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.stix;

/**
 * A reference from one object to another, as the sharing rules see it.
 *
 * @param kind what the reference means for visibility
 * @param target the id that is referred to
 */
public record Reference(Kind kind, StixId target) {
  /** What a reference means for who may see the object that makes it. */
  public enum Kind {
    /**
     * Every {@code *_ref} but {@code created_by_ref} and markings: the object is nothing without
     * it.
     */
    REQUIRED,
    /**
     * Every item of a {@code *_refs} but markings, and ids within the text of reports and notes.
     */
    LISTED,
    /** A marking, extension-definition or language target: it travels with the object. */
    CARRY
  }
}
