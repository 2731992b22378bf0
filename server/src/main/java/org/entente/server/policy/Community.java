// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.policy;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.entente.server.resource.Circle;
import org.entente.server.resource.Collection;
import org.entente.server.resource.Credential;
import org.entente.server.resource.HubPolicy;
import org.entente.server.resource.Member;
import org.entente.server.resource.Region;
import org.entente.server.resource.ReleasePolicy;
import org.entente.server.resource.Resource;
import org.entente.server.resource.Term;
import org.entente.stix.StixId;
import org.entente.stix.Tlp;

/**
 * Members, collections and policies as they are at one epoch. Immutable; what it computes it
 * remembers.
 */
public final class Community {
  private final long epoch;
  private final Map<String, Member> members;
  private final Map<String, Credential> credentials;
  private final Map<String, Circle> circles;
  private final Map<String, Region> regions;
  private final Map<String, Collection> collections;
  private final PolicyShelf policies;
  private final Optional<HubPolicy> hub;
  private final Map<StixId, String> identities = new HashMap<>();
  private final Map<String, Collection> byAlias = new HashMap<>();
  private final Map<Binding, Bound> bound = new ConcurrentHashMap<>();

  /**
   * Indexes resources.
   *
   * @param epoch the epoch at which these are in force
   * @param resources all of them; unknown kinds are passed over
   */
  public Community(long epoch, Iterable<? extends Resource> resources) {
    this.epoch = epoch;
    members = index(resources, Member.class);
    credentials = index(resources, Credential.class);
    circles = index(resources, Circle.class);
    regions = index(resources, Region.class);
    collections = index(resources, Collection.class);
    policies = new PolicyShelf(index(resources, ReleasePolicy.class).values());
    hub =
        index(resources, HubPolicy.class).values().stream()
            .max(Comparator.comparingInt(HubPolicy::version));
    collections
        .values()
        .forEach(c -> c.alias().ifPresent(alias -> byAlias.put(c.apiRoot() + '/' + alias, c)));
    members.values().forEach(m -> m.identities().forEach(id -> identities.put(id, m.id())));
  }

  private static <R extends Resource> Map<String, R> index(
      Iterable<? extends Resource> resources, Class<R> kind) {
    Map<String, R> byId = new TreeMap<>();
    for (Resource resource : resources) {
      if (kind.isInstance(resource)) {
        byId.put(resource.id(), kind.cast(resource));
      }
    }
    return byId;
  }

  /** The epoch at which this is in force. */
  public long epoch() {
    return epoch;
  }

  /** A member by id, or empty. */
  public Optional<Member> member(String id) {
    return Optional.ofNullable(members.get(id));
  }

  /** All members in order of their ids. */
  public List<Member> members() {
    return List.copyOf(members.values());
  }

  /** A credential by id, or empty. */
  public Optional<Credential> credential(String id) {
    return Optional.ofNullable(credentials.get(id));
  }

  /** All credentials in order of their ids. */
  public List<Credential> credentials() {
    return List.copyOf(credentials.values());
  }

  /** A collection by id, or empty. */
  public Optional<Collection> collection(String id) {
    return Optional.ofNullable(collections.get(id));
  }

  /** All collections in order of their ids. */
  public List<Collection> collections() {
    return List.copyOf(collections.values());
  }

  /** A collection of an API root by id or alias, or empty. */
  public Optional<Collection> collectionAt(String apiRoot, String idOrAlias) {
    Collection byId = collections.get(idOrAlias);
    if (byId != null) {
      return Optional.of(byId).filter(c -> c.apiRoot().equals(apiRoot));
    }
    return Optional.ofNullable(byAlias.get(apiRoot + '/' + idOrAlias));
  }

  /** A policy by its whole id, or empty. */
  public Optional<ReleasePolicy> policy(String id) {
    return policies.byId(id);
  }

  /** Policies at object level of a member that name an object. */
  public List<ReleasePolicy> policiesFor(String member, StixId object) {
    return policies.naming(member, object);
  }

  /** The member that owns an identity, or empty. */
  public Optional<String> identityOwner(StixId identity) {
    return Optional.ofNullable(identities.get(identity));
  }

  /** The reader that a credential is, or empty when it or its member is not there or not active. */
  public Optional<Reader> reader(String credentialId) {
    return credential(credentialId)
        .flatMap(c -> member(c.member()).filter(Member::active).map(m -> Reader.of(m, c)));
  }

  /** The inside readers of an active member. */
  public List<Reader> insiders(String memberId) {
    return member(memberId).filter(Member::active).stream()
        .flatMap(
            m ->
                credentials.values().stream()
                    .filter(c -> c.member().equals(memberId) && c.reader().inside())
                    .map(c -> Reader.of(m, c)))
        .toList();
  }

  /** The level at which an unmarked object of a collection is judged. */
  public Tlp unmarked(String collectionId) {
    return collection(collectionId)
        .flatMap(Collection::unmarked)
        .or(() -> hub.map(HubPolicy::unmarked))
        .orElse(Tlp.AMBER);
  }

  /** Whether a reader may read a collection at all. */
  public boolean reads(Reader reader, String collectionId) {
    Collection collection = collections.get(collectionId);
    if (collection == null) {
      return false;
    }
    if (reader.member().isEmpty() || reader.credential().isEmpty()) {
      return collection.open();
    }
    return reader.credential().get().consumes()
        && uses(reader.credential().get(), collection)
        && matchesAny(collection.readers(), reader.member().get());
  }

  /** Whether a credential may write a collection. */
  public boolean writes(Reader reader, String collectionId) {
    Collection collection = collections.get(collectionId);
    return collection != null
        && reader.member().isPresent()
        && reader.credential().isPresent()
        && reader.credential().get().publishes()
        && uses(reader.credential().get(), collection)
        && matchesAny(collection.writers(), reader.member().get());
  }

  private static boolean uses(Credential credential, Collection collection) {
    return credential.collections().isEmpty()
        || credential.collections().stream().anyMatch(collection::isNamed);
  }

  /** Whether an active member is meant by one of the terms. */
  public boolean matchesAny(List<Term> terms, Member member) {
    for (Term term : terms) {
      if (matches(term, member)) {
        return true;
      }
    }
    return false;
  }

  private boolean matches(Term term, Member member) {
    if (!member.active()) {
      return false;
    }
    return switch (term.by()) {
      case ALL -> true;
      case ORG -> member.id().equals(term.value());
      case ORG_KIND -> member.orgKind().label().equals(term.value());
      case SECTOR -> member.sectors().contains(term.value());
      case CIRCLE -> {
        Circle circle = circles.get(term.value());
        yield circle != null && circle.members().contains(member.id());
      }
      case REGION -> {
        Region region = regions.get(term.value());
        yield region != null && member.seat().stream().anyMatch(region.countries()::contains);
      }
    };
  }

  Bound bound(Binding binding) {
    return bound.computeIfAbsent(
        binding,
        b ->
            policies.bound(
                b,
                credential(b.credential()),
                Optional.ofNullable(collections.get(b.collection()))));
  }
}
