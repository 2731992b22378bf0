// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.resource.plan;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.entente.server.resource.Collection;
import org.entente.server.resource.Credential;
import org.entente.server.resource.Feed;
import org.entente.server.resource.Kind;
import org.entente.server.resource.ReleasePolicy;
import org.entente.server.resource.load.Documents;
import org.entente.stix.StixId;

/** Collections, credentials and policies. */
final class SharingRules {
  private final Whole whole;
  private final Findings findings;
  private final Ownership ownership;
  private final Set<String> apiRoots;
  private final Set<String> families;

  SharingRules(Whole whole, Findings findings, Ownership ownership, Set<String> apiRoots) {
    this.whole = whole;
    this.findings = findings;
    this.ownership = ownership;
    this.apiRoots = apiRoots;
    this.families =
        whole.all(ReleasePolicy.class).map(ReleasePolicy::family).collect(Collectors.toSet());
  }

  void collection(Collection collection) {
    if (!apiRoots.contains(collection.apiRoot())) {
      String message = "the configuration has no API root `" + collection.apiRoot() + "`";
      findings.add(collection, "/api_root", message);
    }
    findings.needTerms(collection, "/readers", collection.readers());
    findings.needTerms(collection, "/writers", collection.writers());
  }

  void credential(Credential credential) {
    findings.need(credential, "/id", Kind.MEMBER, credential.member());
    int i = 0;
    for (String name : credential.collections()) {
      findings.needCollection(credential, "/collections/" + i, name);
      i++;
    }
    i = 0;
    for (StixId identity : credential.identities()) {
      Optional<String> owner = ownership.owner(identity);
      if (owner.isPresent() && !owner.get().equals(credential.member())) {
        String message = "`" + identity + "` is an identity of member `" + owner.get() + "`";
        findings.add(credential, "/identities/" + i, message);
      }
      i++;
    }
    credential.releasePolicy().ifPresent(name -> bound(credential, name));
  }

  private void bound(Credential credential, String name) {
    if (!name.startsWith(credential.member() + "/")) {
      String message = "`" + name + "` is not a policy of `" + credential.member() + "`";
      findings.add(credential, "/release_policy", message);
    } else if (name.indexOf('@') >= 0) {
      findings.need(credential, "/release_policy", Kind.RELEASE_POLICY, name);
    } else if (!families.contains(name) && !whole.unsure(Kind.RELEASE_POLICY)) {
      findings.missing(credential, "/release_policy", Kind.RELEASE_POLICY, name);
    }
  }

  void policy(ReleasePolicy policy) {
    ReleasePolicy.AppliesTo where = policy.appliesTo();
    findings.need(policy, "/id", Kind.MEMBER, policy.owner());
    where
        .credential()
        .ifPresent(id -> findings.need(policy, "/applies_to/credential", Kind.CREDENTIAL, id));
    where
        .collection()
        .ifPresent(name -> findings.needCollection(policy, "/applies_to/collection", name));
    findings.needTerms(policy, "/release/to", policy.to());
    findings.needTerms(policy, "/release/except", policy.except());
    int i = 0;
    for (String credential : policy.recipients()) {
      findings.need(policy, "/release/recipients/" + i, Kind.CREDENTIAL, credential);
      i++;
    }
  }

  void feed(Feed feed, String json) {
    Documents.text(json, "/into/collection")
        .ifPresent(name -> findings.needCollection(feed, "/into/collection", name));
    Documents.text(json, "/into/credential")
        .ifPresent(id -> findings.need(feed, "/into/credential", Kind.CREDENTIAL, id));
  }
}
