// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.policy;

import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Conditions of one object that all must hold, unless the reader speaks for one of the owners.
 *
 * @param owners the owners of the object that the conditions are of, and of all on the way to it,
 *     in order; they see it without condition
 * @param clauses in order of their forms
 */
public record Part(List<String> owners, List<Clause> clauses) implements Comparable<Part> {
  /** Puts owners and clauses into canonical order. */
  public Part {
    owners = owners.stream().sorted().distinct().toList();
    clauses =
        clauses.stream()
            .collect(Collectors.toMap(Clause::form, clause -> clause, (a, b) -> a, TreeMap::new))
            .values()
            .stream()
            .toList();
  }

  /** The same conditions, seen on the way over another owner's object. */
  Part over(String owner) {
    return owners.contains(owner)
        ? this
        : new Part(Stream.concat(owners.stream(), Stream.of(owner)).toList(), clauses);
  }

  /** The same conditions without an owner who is not asked for them anyway. */
  Part without(String owner) {
    return owners.contains(owner)
        ? new Part(owners.stream().filter(o -> !o.equals(owner)).toList(), clauses)
        : this;
  }

  boolean permits(Reader reader, Community community) {
    for (String owner : owners) {
      if (reader.speaksFor(owner)) {
        return true;
      }
    }
    for (Clause clause : clauses) {
      if (!clause.permits(reader, community)) {
        return false;
      }
    }
    return !clauses.isEmpty();
  }

  String form() {
    return String.join(",", owners)
        + clauses.stream().map(clause -> "\t" + clause.form()).collect(Collectors.joining());
  }

  static Part parse(String form) {
    String[] fields = form.split("\t", -1);
    List<String> owners = fields[0].isEmpty() ? List.of() : List.of(fields[0].split(","));
    return new Part(owners, Arrays.stream(fields).skip(1).map(Clause::parse).toList());
  }

  @Override
  public int compareTo(Part other) {
    return form().compareTo(other.form());
  }
}
