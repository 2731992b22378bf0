// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.entente.server.resource.Document;

/** Makes up a community and what administrators change in it. */
final class Town {
  static final List<String> NAMES = List.of("acme", "borealis", "cobalt", "delta", "echo", "fjord");
  static final List<String> LEVELS = List.of("CLEAR", "GREEN", "AMBER", "AMBER+STRICT", "RED");

  private static final List<String> COUNTRIES = List.of("US", "DE", "FR", "GB");
  private static final List<String> SECTORS = List.of("energy", "finance");
  private static final List<String> CIRCLES = List.of("core", "early");

  final List<String> members = new ArrayList<>();
  final List<String> collections = new ArrayList<>();

  /** Policies that a push may name, by member; and ids that object policies wait for. */
  final Map<String, List<String>> nameable = new TreeMap<>();

  private final Dice dice;
  private final Map<String, Map<String, String>> people = new LinkedHashMap<>();
  private final Map<String, String> status = new TreeMap<>();
  private final Map<String, Set<String>> circles = new TreeMap<>();
  private final Map<String, Integer> versions = new TreeMap<>();
  private final Map<String, String> families = new TreeMap<>();
  private final Map<String, String> identities = new TreeMap<>();
  private final Map<String, String> histories = new TreeMap<>();

  /** Credentials as they were written last. */
  private final Map<String, Document> logins = new TreeMap<>();

  Town(Dice dice) {
    this.dice = dice;
  }

  /** Everything that there is at first. */
  List<Document> founding() {
    List<Document> all = new ArrayList<>();
    all.add(hub());
    all.add(region());
    members.addAll(NAMES.subList(0, dice.between(3, NAMES.size())));
    for (String member : members) {
      identities.put(member, "identity--" + dice.uuid());
      status.put(member, "active");
      hire(member);
    }
    if (dice.percent(60)) {
      status.put(members.get(members.size() - 1), "applicant");
    }
    members.forEach(member -> all.add(member(member)));
    people.forEach((member, logins) -> logins.forEach((id, kind) -> all.add(login(id, kind))));
    for (String circle : CIRCLES) {
      circles.put(circle, new LinkedHashSet<>(dice.few(members, 4)));
      all.add(circle(circle));
    }
    for (int i = 0; i < 2; i++) {
      collections.add(dice.uuid().toString());
      histories.put(collections.get(i), history());
      all.add(collection(i));
    }
    for (String member : members) {
      nameable.put(member, new ArrayList<>());
      for (int i = dice.below(4); i > 0; i--) {
        all.add(policy(member, List.of()));
      }
    }
    return all;
  }

  private String history() {
    return dice.percent(50) ? "all" : dice.of("none", "PT5H30M", "P1DT30M");
  }

  private void hire(String member) {
    Map<String, String> logins = new LinkedHashMap<>();
    logins.put(member + "/soc", "internal");
    logins.put(member + "/feed", "client");
    if (dice.percent(30)) {
      logins.put(member + "/ana", "person");
    }
    if (dice.percent(25)) {
      logins.put(member + "/in", "push-only");
    }
    if (dice.percent(20)) {
      logins.put(member + "/pub", "client-public");
    }
    people.put(member, logins);
  }

  List<String> credentials() {
    List<String> ids = new ArrayList<>();
    people.values().forEach(logins -> ids.addAll(logins.keySet()));
    return ids;
  }

  List<String> credentials(String member) {
    return List.copyOf(people.get(member).keySet());
  }

  String identity(String member) {
    return identities.get(member);
  }

  /** One change, or several at once. */
  List<Document> change(List<String> future) {
    Map<String, Document> changes = new LinkedHashMap<>();
    for (int i = dice.percent(75) ? 1 : dice.between(2, 3); i > 0; i--) {
      Document document = one(future);
      changes.put(document.resource().kind() + document.resource().id(), document);
    }
    return List.copyOf(changes.values());
  }

  private Document one(List<String> future) {
    String member = dice.of(members);
    int roll = dice.below(100);
    if (roll < 20) {
      String circle = dice.of(CIRCLES);
      if (!circles.get(circle).remove(member) || circles.get(circle).isEmpty()) {
        circles.get(circle).add(member);
      }
      return circle(circle);
    } else if (roll < 35) {
      status.put(member, status.get(member).equals("active") ? "suspended" : "active");
      return member(member);
    } else if (roll < 45) {
      return member(member);
    } else if (roll < 55) {
      Map<String, String> logins = people.get(member);
      String id = dice.of(List.copyOf(logins.keySet()));
      return login(id, logins.get(id));
    } else if (roll < 70) {
      return collection(dice.below(collections.size()));
    } else if (roll < 95) {
      return policy(member, future);
    }
    return dice.percent(50) ? region() : hub();
  }

  private Document hub() {
    return Paper.of("HubPolicy", "hub/base@1").with("unmarked", unmarked()).document();
  }

  private String unmarked() {
    return dice.of("AMBER", "AMBER", "GREEN", "CLEAR", "AMBER+STRICT");
  }

  private Document region() {
    return Paper.of("Region", "EU").with("countries", dice.few(COUNTRIES, 3)).document();
  }

  private Document member(String id) {
    return Paper.of("Member", id)
        .with("name", id)
        .with("status", status.get(id))
        .with(
            "org_kind",
            dice.percent(65)
                ? "private"
                : dice.of("government", "law-enforcement", "cert", "isac", "hub"))
        .with("seat", dice.few(COUNTRIES, 2))
        .with("sectors", dice.some(SECTORS, 40))
        .with("identities", List.of(identities.get(id)))
        .with("handles_up_to", dice.percent(80) ? "RED" : dice.of(LEVELS))
        .document();
  }

  private Document login(String id, String kind) {
    boolean pushOnly = kind.equals("push-only");
    Paper paper =
        Paper.of("Credential", id)
            .with("reader", kind)
            .with("roles", pushOnly ? List.of("publisher") : roles(kind))
            .with("ceiling", dice.percent(85) ? "RED" : dice.of(LEVELS));
    if (dice.percent(7) && !collections.isEmpty()) {
      paper.with("collections", List.of(dice.of(collections)));
    }
    String family = families.get(id.substring(0, id.indexOf('/')));
    if (family != null && dice.percent(30)) {
      paper.with("release_policy", family);
    }
    logins.put(id, paper.document());
    return logins.get(id);
  }

  /** A credential that may read only what everybody may. */
  Document lowered(String id) {
    String kind = people.get(id.substring(0, id.indexOf('/'))).get(id);
    return Paper.of("Credential", id)
        .with("reader", kind)
        .with("roles", List.of(kind.equals("push-only") ? "publisher" : "consumer"))
        .with("ceiling", "CLEAR")
        .document();
  }

  /** The same as it was before. */
  Document raised(String id) {
    return logins.get(id);
  }

  private List<String> roles(String kind) {
    boolean inside = kind.equals("internal") || kind.equals("person");
    return inside || dice.percent(30) ? List.of("publisher", "consumer") : List.of("consumer");
  }

  private Document circle(String id) {
    return Paper.of("Circle", id).with("members", circles.get(id)).document();
  }

  private Document collection(int number) {
    Paper paper =
        Paper.of("Collection", collections.get(number))
            .with("title", "Collection " + number)
            .with("alias", "c" + number)
            .with("accepts", dice.percent(85) ? "RED" : "AMBER")
            .with("validation", "lenient")
            .with("history", histories.get(collections.get(number)))
            .terms("readers", number == 0 && dice.percent(70) ? List.of("all:members") : list())
            .terms("writers", dice.percent(85) ? List.of("all:members") : list());
    if (dice.percent(50)) {
      paper.with("unmarked", dice.of("AMBER", "GREEN", "CLEAR"));
    }
    return paper.document();
  }

  private Set<String> list() {
    return dice.few(
        List.of(
            "all:members",
            "circle:core",
            "circle:early",
            "circle:core",
            "circle:early",
            "org:" + dice.of(members),
            "org:" + dice.of(members),
            "org_kind:private",
            "org_kind:" + dice.of("cert", "government"),
            "region:EU",
            "sector:" + dice.of(SECTORS)),
        3);
  }

  /** A new version of one of a member's policies. */
  private Document policy(String member, List<String> future) {
    String name = dice.of("base", "base", "wire", "shelf0", "shelf1", "ask", "ask", "one");
    String family = member + "/" + name;
    int version = versions.merge(family, 1, Integer::sum);
    Paper paper = Paper.of("ReleasePolicy", family + "@" + version);
    switch (name) {
      case "base" -> {
        paper.with("applies_to/level", "member");
        families.put(member, family);
      }
      case "wire" -> {
        paper.with("applies_to/level", "credential");
        paper.with("applies_to/credential", dice.of(credentials(member)));
      }
      case "shelf0", "shelf1" -> {
        paper.with("applies_to/level", "collection");
        int number = name.charAt(5) - '0';
        paper.with(
            "applies_to/collection",
            dice.percent(50) && number < collections.size()
                ? collections.get(number)
                : "exchange/c" + number);
      }
      case "one" -> {
        paper.with("applies_to/level", "object");
        if (!future.isEmpty()) {
          paper.with("applies_to/objects", dice.few(future, 3));
        }
      }
      default -> {
        paper.with("applies_to/level", "submission");
        nameable.get(member).add(family + "@" + version);
      }
    }
    return release(paper).document();
  }

  private Paper release(Paper paper) {
    if (dice.percent(20)) {
      paper.with("applies_to/types", dice.few(Objects.TYPES, 3));
    }
    boolean to = dice.percent(60);
    if (to) {
      paper.terms("release/to", list());
    }
    boolean except = dice.percent(35);
    if (except) {
      paper.terms("release/except", dice.few(List.copyOf(list()), 1));
    }
    if (dice.percent(40) || !to && !except) {
      paper.with("release/recipients", dice.few(credentials(), 4));
    }
    return paper;
  }
}
