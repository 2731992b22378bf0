// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.policy;

import java.util.List;
import java.util.Set;
import org.entente.server.resource.ReleasePolicy;
import org.entente.server.resource.Term;
import org.entente.stix.Tlp;

/**
 * What decides about one version in one collection, its neighbours apart.
 *
 * @param owner the member who owns it
 * @param binding where bound policies are looked up
 * @param level the strictest of its levels, or the unmarked default
 * @param named policies frozen into it: those of the submission and those that name the object
 */
public record Subject(String owner, Binding binding, Tlp level, List<ReleasePolicy> named) {
  /** The conditions of L1 to L4, without owners. */
  public Part part() {
    List<List<Term>> to = named.stream().map(ReleasePolicy::to).filter(l -> !l.isEmpty()).toList();
    List<Set<String>> recipients =
        named.stream().map(ReleasePolicy::recipients).filter(s -> !s.isEmpty()).toList();
    List<Term> except = named.stream().flatMap(p -> p.except().stream()).toList();
    return new Part(
        List.of(),
        List.of(
            new Clause.Channel(level),
            new Clause.Handles(level),
            new Clause.Addressed(level, to, recipients, binding),
            new Clause.Except(except, binding)));
  }
}
