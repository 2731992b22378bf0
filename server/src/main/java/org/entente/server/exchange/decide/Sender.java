// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.exchange.decide;

import java.util.List;
import java.util.stream.Stream;
import org.entente.server.policy.Reader;
import org.entente.server.resource.Collection;
import org.entente.server.resource.ReleasePolicy;
import org.entente.stix.StixObject;

/**
 * Who pushes, and where.
 *
 * @param reader the pushing credential and its member
 * @param collection into which collection
 * @param policies policies named for the submission
 */
public record Sender(Reader reader, Collection collection, List<ReleasePolicy> policies) {
  /** The member's id. */
  public String member() {
    return reader.member().orElseThrow().id();
  }

  /** The credential's id. */
  public String credential() {
    return reader.id();
  }

  /** The policies that are frozen into an object: the submission's and those that name it. */
  List<String> frozen(StixObject object, List<ReleasePolicy> naming) {
    return Stream.concat(policies.stream(), naming.stream())
        .filter(policy -> appliesTo(policy, object))
        .map(ReleasePolicy::id)
        .distinct()
        .sorted()
        .toList();
  }

  private static boolean appliesTo(ReleasePolicy policy, StixObject object) {
    ReleasePolicy.AppliesTo to = policy.appliesTo();
    return (to.types().isEmpty() || to.types().contains(object.id().type()))
        && (to.objects().isEmpty() || to.objects().contains(object.id()))
        && (to.labels().isEmpty() || object.labels().stream().anyMatch(to.labels()::contains));
  }
}
