// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.resource.plan;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.entente.server.resource.Collection;
import org.entente.server.resource.Credential;
import org.entente.server.resource.HubPolicy;
import org.entente.server.resource.Member;
import org.entente.server.resource.Resource;
import org.entente.stix.StixId;

/** What only one resource may have: identities, certificates, titles, aliases. */
final class Ownership {
  private final Findings findings;
  private final Map<String, String> identities = new HashMap<>();

  Ownership(Whole whole, Findings findings) {
    this.findings = findings;
    for (Member member : whole.all(Member.class).toList()) {
      for (StixId identity : member.identities()) {
        String message = "`" + identity + "` is an identity of member";
        claim(identities, identity.toString(), member, "/identities", message);
      }
    }
    Map<String, String> certificates = new HashMap<>();
    for (Credential credential : whole.all(Credential.class).toList()) {
      for (String certificate : credential.certificates()) {
        String key = certificate.toLowerCase(Locale.ROOT);
        String message = "this certificate is already that of credential";
        claim(certificates, key, credential, "/certificates", message);
      }
    }
    collections(whole.all(Collection.class).toList());
    hub(whole.all(HubPolicy.class).toList());
  }

  /** The member whose identity this is, or empty. */
  Optional<String> owner(StixId identity) {
    return Optional.ofNullable(identities.get(identity.toString()));
  }

  private void claim(
      Map<String, String> taken, String key, Resource by, String pointer, String message) {
    String other = taken.putIfAbsent(key, by.id());
    if (other != null) {
      findings.add(by, pointer, message + " `" + other + "`");
    }
  }

  private void collections(List<Collection> collections) {
    Map<String, String> titles = new HashMap<>();
    Map<String, String> aliases = new HashMap<>();
    for (Collection c : collections) {
      String title = c.title().toLowerCase(Locale.ROOT);
      claim(titles, title, c, "/title", "this is already the title of collection");
      c.alias()
          .map(alias -> c.apiRoot() + "/" + alias)
          .ifPresent(
              key -> claim(aliases, key, c, "/alias", "this is already the alias of collection"));
    }
  }

  private void hub(List<HubPolicy> policies) {
    for (HubPolicy policy : policies) {
      String family = policies.get(0).family();
      if (!policy.family().equals(family)) {
        findings.add(policy, "/id", "the hub's policy is `" + family + "` already");
      }
    }
  }
}
