// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.resource;

/**
 * What names one resource.
 *
 * @param kind its kind
 * @param id its id, unique within the kind
 */
public record Ref(Kind kind, String id) implements Comparable<Ref> {
  /** The name of a resource. */
  public static Ref of(Resource resource) {
    return new Ref(resource.kind(), resource.id());
  }

  @Override
  public int compareTo(Ref other) {
    int byKind = kind.compareTo(other.kind);
    return byKind != 0 ? byKind : id.compareTo(other.id);
  }

  @Override
  public String toString() {
    return kind.label() + " " + id;
  }
}
