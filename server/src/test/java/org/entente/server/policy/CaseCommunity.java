// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.policy;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.entente.server.resource.Circle;
import org.entente.server.resource.Collection;
import org.entente.server.resource.Credential;
import org.entente.server.resource.HubPolicy;
import org.entente.server.resource.Member;
import org.entente.server.resource.OrgKind;
import org.entente.server.resource.Region;
import org.entente.server.resource.ReleasePolicy;
import org.entente.server.resource.Resource;
import org.entente.server.resource.Term;
import org.entente.stix.StixId;
import org.entente.stix.Tlp;
import org.entente.stix.type.Profile;
import org.jspecify.annotations.Nullable;

/**
 * A community as cases write it: only what decides, the rest left at defaults; terms are {@code
 * by:value}.
 */
record CaseCommunity(
    @Nullable List<Org> members,
    @Nullable List<Login> credentials,
    @Nullable Map<String, Set<String>> circles,
    @Nullable Map<String, Set<String>> regions,
    @Nullable List<Shelf> collections,
    @Nullable List<Policy> policies,
    @JsonProperty("hub_unmarked") @Nullable String hubUnmarked) {

  record Org(
      String id,
      @JsonProperty("org_kind") @Nullable String orgKind,
      @Nullable String status,
      @Nullable Set<String> seat,
      @Nullable Set<String> sectors,
      @JsonProperty("handles_up_to") @Nullable String handlesUpTo) {
    Member member() {
      return new Member(
          id,
          id,
          Member.Status.valueOf(or(status, "ACTIVE").toUpperCase(Locale.ROOT)),
          OrgKind.parse(or(orgKind, "private")).orElseThrow(),
          some(seat),
          Set.of(),
          Set.of(),
          some(sectors),
          Set.of(),
          level(handlesUpTo),
          List.of(),
          Set.of(),
          Optional.empty(),
          Optional.empty(),
          true,
          Member.OnExit.STAYS,
          List.of());
    }
  }

  record Login(
      String id,
      @Nullable String reader,
      @Nullable String ceiling,
      @Nullable Set<String> roles,
      @Nullable Set<String> collections,
      @JsonProperty("release_policy") @Nullable String releasePolicy) {
    Credential credential() {
      String kind = or(reader, id.substring(id.indexOf('/') + 1));
      return new Credential(
          id,
          Arrays.stream(Credential.Reader.values())
              .filter(r -> r.label().equals(kind))
              .findFirst()
              .orElseThrow(),
          Credential.ActsAs.NONE,
          roles == null ? Set.of("publisher", "consumer") : roles,
          level(ceiling),
          false,
          false,
          some(collections),
          Set.of(),
          Set.of(),
          Optional.empty(),
          Optional.ofNullable(releasePolicy),
          Set.of());
    }
  }

  record Shelf(
      String id,
      @Nullable List<String> readers,
      @Nullable List<String> writers,
      @JsonProperty("public") boolean open,
      @Nullable String alias,
      @Nullable String unmarked) {
    Collection collection() {
      return new Collection(
          id,
          "exchange",
          id,
          Optional.empty(),
          Optional.ofNullable(alias),
          terms(readers),
          terms(writers),
          Tlp.RED,
          Optional.ofNullable(unmarked).map(CaseCommunity::level),
          open,
          false,
          new Collection.History(true, Duration.ZERO),
          false,
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Profile.STANDARD);
    }
  }

  record Policy(
      String id,
      String level,
      @Nullable String credential,
      @Nullable String collection,
      @Nullable Set<String> objects,
      @Nullable Set<String> types,
      @Nullable List<String> to,
      @Nullable List<String> except,
      @Nullable Set<String> recipients) {
    ReleasePolicy policy() {
      Set<StixId> ids =
          some(objects).stream()
              .map(text -> StixId.parse(text).orElseThrow())
              .collect(Collectors.toSet());
      ReleasePolicy.Level bound = ReleasePolicy.Level.valueOf(level.toUpperCase(Locale.ROOT));
      return new ReleasePolicy(
          id,
          new ReleasePolicy.AppliesTo(
              bound,
              Optional.ofNullable(credential),
              Optional.ofNullable(collection),
              ids,
              some(types),
              Set.of()),
          terms(to),
          terms(except),
          some(recipients));
    }
  }

  Community community() {
    List<Resource> all = new ArrayList<>();
    some(members).forEach(m -> all.add(m.member()));
    some(credentials).forEach(c -> all.add(c.credential()));
    some(circles).forEach((id, of) -> all.add(circle(id, of)));
    some(regions)
        .forEach((id, of) -> all.add(new Region(id, of, Optional.empty(), Optional.empty())));
    some(collections).forEach(c -> all.add(c.collection()));
    some(policies).forEach(p -> all.add(p.policy()));
    if (hubUnmarked != null) {
      all.add(hub(level(hubUnmarked)));
    }
    return new Community(1, all);
  }

  /** Everybody who can ask, anonymous among them. */
  Stream<String> readers() {
    return Stream.concat(some(credentials).stream().map(Login::id), Stream.of("anonymous"));
  }

  private static Circle circle(String id, Set<String> of) {
    return new Circle(
        id, "hub", of, Circle.Type.COMMUNITY, Optional.empty(), false, Optional.empty(), 5);
  }

  private static HubPolicy hub(Tlp unmarked) {
    return new HubPolicy(
        "hub/base@1", unmarked, Set.of(), Set.of(), Map.of(), Map.of(), Optional.empty());
  }

  private static Tlp level(@Nullable String label) {
    return Tlp.parse(or(label, "RED")).orElseThrow();
  }

  private static String or(@Nullable String value, String otherwise) {
    return Objects.requireNonNullElse(value, otherwise);
  }

  private static List<Term> terms(@Nullable List<String> texts) {
    return some(texts).stream().map(CaseCommunity::term).toList();
  }

  private static Term term(String text) {
    String by = text.substring(0, text.indexOf(':'));
    return Arrays.stream(Term.By.values())
        .filter(value -> value.label().equals(by))
        .findFirst()
        .map(value -> new Term(value, text.substring(by.length() + 1)))
        .orElseThrow();
  }

  private static <T> List<T> some(@Nullable List<T> list) {
    return Objects.requireNonNullElse(list, List.of());
  }

  private static <T> Set<T> some(@Nullable Set<T> set) {
    return Objects.requireNonNullElse(set, Set.of());
  }

  private static <T> Map<String, T> some(@Nullable Map<String, T> map) {
    return Objects.requireNonNullElse(map, Map.of());
  }
}
