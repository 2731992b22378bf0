// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.policy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.entente.server.resource.Collection;
import org.entente.server.resource.Credential;
import org.entente.server.resource.ReleasePolicy;
import org.entente.server.resource.ReleasePolicy.Level;
import org.entente.stix.StixId;

/** The release policies of an epoch, and which of them are in force where. */
final class PolicyShelf {
  private final Map<String, ReleasePolicy> byId = new HashMap<>();

  /**
   * By owner, the highest version of each family, where that is bound to more than single objects.
   */
  private final Map<String, List<ReleasePolicy>> inForce = new HashMap<>();

  private final Map<String, Map<StixId, List<ReleasePolicy>>> byObject = new HashMap<>();

  PolicyShelf(Iterable<ReleasePolicy> policies) {
    Map<String, ReleasePolicy> highest = new TreeMap<>();
    for (ReleasePolicy policy : policies) {
      byId.put(policy.id(), policy);
      highest.merge(policy.family(), policy, (a, b) -> a.version() >= b.version() ? a : b);
      for (StixId object : policy.appliesTo().objects()) {
        byObject
            .computeIfAbsent(policy.owner(), owner -> new HashMap<>())
            .computeIfAbsent(object, id -> new ArrayList<>())
            .add(policy);
      }
    }
    for (ReleasePolicy policy : highest.values()) {
      if (!policy.appliesTo().level().frozen()) {
        inForce.computeIfAbsent(policy.owner(), owner -> new ArrayList<>()).add(policy);
      }
    }
  }

  Optional<ReleasePolicy> byId(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  List<ReleasePolicy> naming(String owner, StixId object) {
    return byObject.getOrDefault(owner, Map.of()).getOrDefault(object, List.of()).stream()
        .filter(policy -> policy.appliesTo().level() == Level.OBJECT)
        .toList();
  }

  Bound bound(Binding binding, Optional<Credential> credential, Optional<Collection> collection) {
    List<ReleasePolicy> own =
        inForce.getOrDefault(binding.member(), List.of()).stream()
            .filter(p -> p.appliesTo().types().isEmpty() || applies(p, binding.type()))
            .toList();
    if (own.isEmpty()) {
      return Bound.NOTHING;
    }
    return Bound.of(
        List.of(
            own.stream().filter(p -> onCollection(p, collection)).toList(),
            own.stream().filter(p -> onCredential(p, credential)).toList(),
            own.stream().filter(p -> p.appliesTo().level() == Level.MEMBER).toList()));
  }

  private static boolean applies(ReleasePolicy policy, String type) {
    return policy.appliesTo().types().contains(type);
  }

  private static boolean onCollection(ReleasePolicy policy, Optional<Collection> collection) {
    return policy.appliesTo().level() == Level.COLLECTION
        && policy
            .appliesTo()
            .collection()
            .flatMap(name -> collection.map(c -> c.isNamed(name)))
            .orElse(false);
  }

  /** By name in the policy, or by the family that the credential names. */
  private static boolean onCredential(ReleasePolicy policy, Optional<Credential> credential) {
    if (credential.isEmpty()) {
      return false;
    }
    boolean named =
        policy.appliesTo().level() == Level.CREDENTIAL
            && policy.appliesTo().credential().equals(Optional.of(credential.get().id()));
    return named
        || credential
            .get()
            .releasePolicy()
            .map(PolicyShelf::family)
            .equals(Optional.of(policy.family()));
  }

  private static String family(String id) {
    int at = id.lastIndexOf('@');
    return at < 0 ? id : id.substring(0, at);
  }
}
