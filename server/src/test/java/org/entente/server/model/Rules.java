// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.entente.server.resource.Circle;
import org.entente.server.resource.Collection;
import org.entente.server.resource.Credential;
import org.entente.server.resource.HubPolicy;
import org.entente.server.resource.Member;
import org.entente.server.resource.OrgKind;
import org.entente.server.resource.Region;
import org.entente.server.resource.ReleasePolicy;
import org.entente.server.resource.ReleasePolicy.Level;
import org.entente.server.resource.Resource;
import org.entente.server.resource.Term;
import org.entente.stix.Tlp;

/** The resources in force, and what they say of one reader and one object by itself. */
final class Rules {
  /** The level that the standards give their marking-definitions. */
  private static final Map<String, Tlp> TLP =
      Map.of(
          "613f2e26-407d-48c7-9eca-b8e91df99dc9", Tlp.CLEAR,
          "34098fce-860f-48ae-8e50-ebd3cc5e41da", Tlp.GREEN,
          "f88d31f6-486f-44da-b317-01333bde0b82", Tlp.AMBER,
          "5e57c739-391a-4eb3-b6be-7d15ca92d5ed", Tlp.RED,
          "94868c89-83c2-464b-929b-a1a8aa3c8487", Tlp.CLEAR,
          "bab4a63c-aed9-4cf5-a766-dfca5abac2bb", Tlp.GREEN,
          "55d920b0-5e8b-4f79-9ee9-91f868d9b421", Tlp.AMBER,
          "939a9414-2ddd-4d32-a0cd-375ea402b003", Tlp.AMBER_STRICT,
          "e828b379-4e03-4974-9ac4-e53a884c97c1", Tlp.RED);

  private final Map<Class<?>, Map<String, Resource>> all = new HashMap<>();
  private final Map<List<Object>, Boolean> permitted = new HashMap<>();

  static Optional<Tlp> tlp(String marking) {
    return marking.startsWith("marking-definition--")
        ? Optional.ofNullable(TLP.get(marking.substring("marking-definition--".length())))
        : Optional.empty();
  }

  void put(Resource resource) {
    all.computeIfAbsent(resource.getClass(), kind -> new TreeMap<>()).put(resource.id(), resource);
    permitted.clear();
  }

  private <R extends Resource> List<R> each(Class<R> kind) {
    return all.getOrDefault(kind, Map.of()).values().stream().map(kind::cast).toList();
  }

  private <R extends Resource> Optional<R> one(Class<R> kind, String id) {
    return Optional.ofNullable(all.getOrDefault(kind, Map.of()).get(id)).map(kind::cast);
  }

  List<Member> members() {
    return each(Member.class);
  }

  List<Credential> credentials() {
    return each(Credential.class);
  }

  List<Collection> collections() {
    return each(Collection.class);
  }

  Optional<Collection> collection(String id) {
    return one(Collection.class, id);
  }

  Optional<ReleasePolicy> policy(String id) {
    return one(ReleasePolicy.class, id);
  }

  /** A credential of an active member. */
  Optional<Credential> reader(String id) {
    return one(Credential.class, id).filter(c -> member(c).map(Member::active).orElse(false));
  }

  private Optional<Member> member(Credential credential) {
    return one(Member.class, credential.member());
  }

  /** The tools and people of an active member. */
  List<Credential> insiders(String member) {
    return credentials().stream()
        .filter(c -> c.member().equals(member) && inside(c) && reader(c.id()).isPresent())
        .toList();
  }

  static boolean inside(Credential credential) {
    return credential.reader() == Credential.Reader.INTERNAL
        || credential.reader() == Credential.Reader.PERSON;
  }

  Optional<String> identityOwner(String identity) {
    return members().stream()
        .filter(m -> m.identities().stream().anyMatch(id -> id.toString().equals(identity)))
        .map(Member::id)
        .findFirst();
  }

  Tlp unmarked(String collection) {
    return collection(collection)
        .flatMap(Collection::unmarked)
        .or(() -> each(HubPolicy.class).stream().findFirst().map(HubPolicy::unmarked))
        .orElse(Tlp.AMBER);
  }

  boolean reads(Credential reader, String collection) {
    return reader.reader() != Credential.Reader.PUSH_ONLY
        && reader.roles().contains("consumer")
        && mayUse(reader, collection)
        && collection(collection)
            .map(c -> meant(c.readers(), member(reader).orElseThrow()))
            .orElse(false);
  }

  boolean writes(Credential writer, String collection) {
    return writer.roles().contains("publisher")
        && mayUse(writer, collection)
        && collection(collection)
            .map(c -> meant(c.writers(), member(writer).orElseThrow()))
            .orElse(false);
  }

  private boolean mayUse(Credential credential, String collection) {
    return credential.collections().isEmpty()
        || credential.collections().contains(collection)
        || collection(collection)
            .flatMap(c -> c.alias().map(alias -> c.apiRoot() + "/" + alias))
            .map(credential.collections()::contains)
            .orElse(false);
  }

  /** Whether an active member is meant by one of the terms. */
  boolean meant(List<Term> terms, Member member) {
    return member.active() && terms.stream().anyMatch(term -> meant(term, member));
  }

  private boolean meant(Term term, Member member) {
    String value = term.value();
    return switch (term.by()) {
      case ALL -> true;
      case ORG -> value.equals(member.id());
      case ORG_KIND -> value.equals(member.orgKind().label());
      case SECTOR -> member.sectors().contains(value);
      case CIRCLE ->
          one(Circle.class, value).map(c -> c.members().contains(member.id())).orElse(false);
      case REGION ->
          one(Region.class, value)
              .map(r -> r.countries().stream().anyMatch(member.seat()::contains))
              .orElse(false);
    };
  }

  /**
   * What a producer's policies say of an object where it was placed, the most specific level first.
   */
  private List<List<ReleasePolicy>> levels(Placement placement, String type) {
    List<ReleasePolicy> bound = inForce(placement.credential(), type);
    Collection collection = collection(placement.collection()).orElseThrow();
    Optional<Credential> credential = one(Credential.class, placement.credential());
    String family = credential.flatMap(Credential::releasePolicy).map(Rules::family).orElse("");
    return List.of(
        placement.policies(),
        bound.stream()
            .filter(p -> p.appliesTo().level() == Level.COLLECTION)
            .filter(p -> named(p.appliesTo().collection().orElse(""), collection))
            .toList(),
        bound.stream()
            .filter(
                p ->
                    family.equals(family(p.id()))
                        || p.appliesTo().level() == Level.CREDENTIAL
                            && p.appliesTo()
                                .credential()
                                .equals(Optional.of(placement.credential())))
            .toList(),
        bound.stream().filter(p -> p.appliesTo().level() == Level.MEMBER).toList());
  }

  private static boolean named(String name, Collection collection) {
    return name.equals(collection.id())
        || collection.alias().map(a -> name.equals(collection.apiRoot() + "/" + a)).orElse(false);
  }

  private static String family(String id) {
    return id.contains("@") ? id.substring(0, id.indexOf('@')) : id;
  }

  /**
   * The highest version of each family of the pushing member, where it binds more than one object.
   */
  private List<ReleasePolicy> inForce(String credential, String type) {
    String owner = credential.substring(0, credential.indexOf('/'));
    Map<String, ReleasePolicy> highest = new HashMap<>();
    for (ReleasePolicy policy : each(ReleasePolicy.class)) {
      if (policy.id().startsWith(owner + "/")) {
        highest.merge(
            family(policy.id()), policy, (a, b) -> version(a.id()) > version(b.id()) ? a : b);
      }
    }
    return highest.values().stream()
        .filter(p -> p.appliesTo().level().compareTo(Level.SUBMISSION) < 0)
        .filter(p -> p.appliesTo().types().isEmpty() || p.appliesTo().types().contains(type))
        .toList();
  }

  private static int version(String id) {
    return Integer.parseInt(id.substring(id.indexOf('@') + 1));
  }

  /** The policies of a member that name an object before it comes. */
  List<ReleasePolicy> naming(String member, String object) {
    return each(ReleasePolicy.class).stream()
        .filter(p -> p.id().startsWith(member + "/"))
        .filter(p -> p.appliesTo().level() == Level.OBJECT)
        .filter(p -> p.appliesTo().objects().stream().anyMatch(id -> id.toString().equals(object)))
        .toList();
  }

  /** Whether a policy is about an object at all. */
  static boolean about(ReleasePolicy policy, Thing thing) {
    ReleasePolicy.AppliesTo to = policy.appliesTo();
    return (to.types().isEmpty() || to.types().contains(thing.type()))
        && (to.labels().isEmpty() || thing.labels().stream().anyMatch(to.labels()::contains))
        && (to.objects().isEmpty()
            || to.objects().stream().anyMatch(id -> id.toString().equals(thing.id())));
  }

  /** L1 to L4 of one object at a level, where it was placed, for a reader who does not own it. */
  boolean permits(Credential reader, Tlp level, Placement placement, String type) {
    return permitted.computeIfAbsent(
        List.of(reader.id(), level, placement, type), key -> judge(reader, level, placement, type));
  }

  private boolean judge(Credential reader, Tlp level, Placement placement, String type) {
    Member member = member(reader).orElseThrow();
    if (!reads(reader, placement.collection())
        || level.compareTo(member.handlesUpTo()) > 0
        || level.compareTo(reader.ceiling()) > 0
        || !suits(reader.reader(), level)) {
      return false;
    }
    List<List<ReleasePolicy>> levels = levels(placement, type);
    if (levels.stream().flatMap(List::stream).anyMatch(policy -> meant(policy.except(), member))) {
      return false;
    }
    if (level == Tlp.RED) {
      List<Set<String>> named = firstThatNames(levels, ReleasePolicy::recipients);
      return !named.isEmpty() && named.stream().allMatch(set -> set.contains(reader.id()));
    }
    List<List<Term>> lists = firstThatNames(levels, ReleasePolicy::to);
    boolean passesOn = member.orgKind() == OrgKind.HUB || member.orgKind() == OrgKind.ISAC;
    return lists.stream().allMatch(list -> meant(list, member))
        && (!passesOn
            || level.compareTo(Tlp.AMBER) < 0
            || lists.stream()
                .flatMap(List::stream)
                .anyMatch(t -> t.by() == Term.By.ORG && t.value().equals(member.id())));
  }

  private static boolean suits(Credential.Reader kind, Tlp level) {
    return switch (kind) {
      case INTERNAL, PERSON -> true;
      case CLIENT -> level != Tlp.AMBER_STRICT;
      case CLIENT_PUBLIC -> level == Tlp.CLEAR || level == Tlp.RED;
      case PUSH_ONLY -> false;
    };
  }

  private static <L extends java.util.Collection<?>> List<L> firstThatNames(
      List<List<ReleasePolicy>> levels, java.util.function.Function<ReleasePolicy, L> lists) {
    for (List<ReleasePolicy> level : levels) {
      List<L> named = new ArrayList<>();
      level.stream().map(lists).filter(list -> !list.isEmpty()).forEach(named::add);
      if (!named.isEmpty()) {
        return named;
      }
    }
    return List.of();
  }
}
