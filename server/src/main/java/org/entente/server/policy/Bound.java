// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.entente.server.resource.ReleasePolicy;
import org.entente.server.resource.Term;

/**
 * What the policies bound to a member, credential or collection say about objects of one binding.
 *
 * @param to the address lists of the most specific level that has any; all must hold
 * @param recipients the lists of recipients of the most specific level that has any; all must hold
 * @param except everybody whom any level leaves out
 * @param sources the ids of the policies that count
 */
record Bound(
    List<List<Term>> to, List<Set<String>> recipients, List<Term> except, List<String> sources) {

  /** Nothing is bound. */
  static final Bound NOTHING = new Bound(List.of(), List.of(), List.of(), List.of());

  /** Combines levels, the most specific first. */
  static Bound of(List<List<ReleasePolicy>> levels) {
    List<List<Term>> to = List.of();
    List<Set<String>> recipients = List.of();
    List<Term> except = new ArrayList<>();
    List<String> sources = new ArrayList<>();
    for (List<ReleasePolicy> level : levels) {
      if (to.isEmpty()) {
        to = level.stream().map(ReleasePolicy::to).filter(list -> !list.isEmpty()).toList();
      }
      if (recipients.isEmpty()) {
        recipients =
            level.stream().map(ReleasePolicy::recipients).filter(set -> !set.isEmpty()).toList();
      }
      for (ReleasePolicy policy : level) {
        except.addAll(policy.except());
        sources.add(policy.id());
      }
    }
    return new Bound(to, recipients, List.copyOf(except), List.copyOf(sources));
  }
}
