// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.policy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Under which conditions somebody may read: the owner without any, everybody else when all parts
 * hold.
 *
 * @param owner the member who owns the object
 * @param parts in canonical order
 */
public record AudienceClass(String owner, List<Part> parts) {
  /** A class of more parts is cut to its owner alone. */
  public static final int MAX_PARTS = 200;

  private static final Rule NOTHING_KNOWN = new Rule("L1", "no condition is known", "fail closed");

  private static final Clause TOO_MANY = new Clause.Never("too many conditions");

  /** Puts the parts into canonical order, and fails closed beyond {@link #MAX_PARTS}. */
  public AudienceClass {
    parts = parts.stream().map(part -> part.without(owner)).distinct().sorted().toList();
    if (parts.size() > MAX_PARTS) {
      parts = List.of(new Part(List.of(), List.of(TOO_MANY)));
    }
  }

  /** Nobody but the owner. */
  public static AudienceClass ownerAlone(String owner, String reason) {
    return new AudienceClass(
        owner, List.of(new Part(List.of(), List.of(new Clause.Never(reason)))));
  }

  /** The plain decision. */
  public boolean permits(Reader reader, Community community) {
    if (reader.speaksFor(owner)) {
      return true;
    }
    if (parts.isEmpty()) {
      return false;
    }
    for (Part part : parts) {
      if (!part.permits(reader, community)) {
        return false;
      }
    }
    return true;
  }

  /** The decision rule by rule, for people; permitted exactly when {@link #permits} says so. */
  public List<Judged> explain(Reader reader, Community community) {
    if (reader.speaksFor(owner)) {
      return List.of(new Judged(new Rule("S4", "own object", "member " + owner), true));
    }
    List<Judged> judged = new ArrayList<>();
    if (parts.isEmpty()) {
      judged.add(new Judged(NOTHING_KNOWN, false));
    }
    for (Part part : parts) {
      Optional<String> waived = part.owners().stream().filter(reader::speaksFor).findFirst();
      if (part.clauses().isEmpty()) {
        judged.add(new Judged(NOTHING_KNOWN, waived.isPresent()));
      }
      for (Clause clause : part.clauses()) {
        Rule rule = clause.rule(reader, community);
        judged.add(
            new Judged(
                part.owners().isEmpty() ? rule : rule.ofReferenced(),
                waived.isPresent() || clause.permits(reader, community)));
      }
    }
    return judged;
  }

  /** The parts as they stand for an object that refers to one of this class. */
  public List<Part> seenThrough() {
    return parts.stream().map(part -> part.over(owner)).toList();
  }

  /** This class as an object of another owner has it that travels with one of this class. */
  public AudienceClass carriedBy(String carriedOwner) {
    return carriedOwner.equals(owner) ? this : new AudienceClass(carriedOwner, seenThrough());
  }

  /** Both conditions at once, for the same owner. */
  public AudienceClass and(AudienceClass other) {
    List<Part> both = new ArrayList<>(parts);
    both.addAll(other.parts);
    return new AudienceClass(owner, both);
  }

  /** Whether whoever may read this may read the other. */
  public boolean implies(AudienceClass other) {
    return owner.equals(other.owner) && parts.containsAll(other.parts);
  }

  /** The canonical form, one part a line. */
  public String form() {
    return owner + parts.stream().map(part -> "\n" + part.form()).collect(Collectors.joining());
  }

  /** Reads {@link #form()} back. */
  public static AudienceClass parse(String form) {
    String[] lines = form.split("\n", -1);
    return new AudienceClass(lines[0], Arrays.stream(lines).skip(1).map(Part::parse).toList());
  }
}
