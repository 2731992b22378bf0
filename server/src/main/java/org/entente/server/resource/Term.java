// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.resource;

/**
 * One term of an address list.
 *
 * @param by what the member is matched by
 * @param value the id or word it must have; {@code members} for {@link By#ALL}
 */
public record Term(By by, String value) implements Comparable<Term> {
  /** What a member is matched by. */
  public enum By {
    ALL("all"),
    CIRCLE("circle"),
    ORG("org"),
    ORG_KIND("org_kind"),
    REGION("region"),
    SECTOR("sector");

    private final String label;

    By(String label) {
      this.label = label;
    }

    /** The word that documents use. */
    public String label() {
      return label;
    }
  }

  @Override
  public int compareTo(Term other) {
    int order = by.compareTo(other.by);
    return order != 0 ? order : value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return by.label + ":" + value;
  }
}
