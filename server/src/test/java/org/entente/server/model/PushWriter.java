// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.model;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Makes up what members push: new objects and versions, repeats, and everything that goes wrong.
 */
final class PushWriter {
  private static final List<String> SIMPLE = List.of("indicator", "indicator", "malware");
  private static final List<String> BOUND =
      List.of("relationship", "relationship", "report", "report", "sighting", "note");

  private final Dice dice;
  private final Town town;
  private final Objects objects;
  private final Map<String, Known> known = new LinkedHashMap<>();
  private final Set<String> future = new LinkedHashSet<>();
  private final Set<String> mentioned = new LinkedHashSet<>();
  private int clock = 1;

  /** An id that somebody pushed, and who tried it first. */
  private static final class Known {
    final String id;
    final String member;
    final String creator;
    final int created;
    final List<Integer> versions = new ArrayList<>();
    final List<String> texts = new ArrayList<>();

    Known(String id, String member, String creator, int created) {
      this.id = id;
      this.member = member;
      this.creator = creator;
      this.created = created;
    }
  }

  PushWriter(Dice dice, Town town) {
    this.dice = dice;
    this.town = town;
    this.objects = new Objects(dice);
  }

  /** Ids that are spoken of and not pushed yet. */
  List<String> future() {
    return List.copyOf(future);
  }

  /** Every id that was ever spoken of. */
  List<String> everything() {
    return List.copyOf(mentioned);
  }

  Step push() {
    String credential = dice.of(town.credentials());
    String member = credential.substring(0, credential.indexOf('/'));
    String collection = dice.percent(60) ? town.collections.get(0) : town.collections.get(1);
    List<String> policies = new ArrayList<>();
    if (dice.percent(30) && !town.nameable.get(member).isEmpty()) {
      policies.addAll(dice.few(town.nameable.get(member), 2));
    }
    List<String> texts = new ArrayList<>();
    for (int i = dice.of(1, 1, 1, 2, 3, 5); i > 0; i--) {
      add(member, texts);
    }
    if (texts.isEmpty()) {
      texts.add(fresh("indicator", member));
    }
    return new Step.Push(credential, collection, policies, texts);
  }

  /** A new version of something, by who tried it first. */
  Step renew(String collection) {
    Optional<Known> one = any();
    if (one.isEmpty()) {
      return push();
    }
    String member = one.get().member;
    String credential = dice.percent(90) ? member + "/soc" : dice.of(town.credentials(member));
    return new Step.Push(credential, collection, List.of(), List.of(version(one.get(), member)));
  }

  /** Something is deleted, by who tried it first. */
  Step withdraw(String collection) {
    Optional<Known> one = any();
    return one.isEmpty()
        ? delete()
        : new Step.Delete(one.get().member + "/soc", collection, one.get().id, Optional.empty());
  }

  private void add(String member, List<String> texts) {
    int roll = dice.below(100);
    if (roll < 28) {
      texts.add(fresh(dice.of(SIMPLE), member));
    } else if (roll < 48) {
      texts.add(fresh(dice.of(BOUND), member));
    } else if (roll < 58) {
      again(member).ifPresent(one -> texts.add(version(one, member)));
    } else if (roll < 68) {
      observed(member, texts);
    } else if (roll < 74) {
      known.values().stream()
          .skip(dice.below(known.size() + 1))
          .findFirst()
          .ifPresent(one -> texts.add(dice.of(one.texts)));
    } else if (roll < 79) {
      any().ifPresent(one -> texts.add(version(one, member)));
    } else if (roll < 82) {
      again(member).ifPresent(one -> texts.add(otherContent(one)));
    } else if (roll < 87) {
      String id = dice.of(objects.statements(member));
      texts.add(remember(objects.statement(id, 0), member, "", 0));
    } else if (roll < 93) {
      texts.add(fresh("language-content", member));
    } else if (roll < 96) {
      extended(member, texts);
    } else if (roll < 98) {
      texts.add(objects.ownTlp(clock++).toString());
    } else {
      ObjectNode node =
          objects.versioned(
              objects.freshId("malware"), clock, clock, town.identity(dice.of(town.members)));
      objects.fill(node, List.of());
      texts.add(remember(node, member, node.get("created_by_ref").textValue(), clock++));
    }
  }

  private Optional<Known> any() {
    return pick(List.copyOf(known.values()));
  }

  /** Something that a member was the first to try. */
  private Optional<Known> again(String member) {
    return pick(known.values().stream().filter(one -> one.member.equals(member)).toList());
  }

  private Optional<Known> pick(List<Known> from) {
    List<Known> fit = from.stream().filter(one -> !one.versions.isEmpty()).toList();
    return fit.isEmpty() ? Optional.empty() : Optional.of(dice.of(fit));
  }

  private String fresh(String type, String member) {
    String id = objects.freshId(type);
    List<String> waiting = future.stream().filter(f -> Thing.typeOf(f).equals(type)).toList();
    if (!waiting.isEmpty() && dice.percent(50)) {
      id = dice.of(waiting);
    }
    String creator = dice.percent(30) ? town.identity(member) : "";
    ObjectNode node = objects.versioned(id, clock, clock, creator);
    finish(node, member);
    return remember(node, member, creator, clock++);
  }

  private void finish(ObjectNode node, String member) {
    objects.fill(node, references());
    if (dice.percent(10)) {
      node.putArray("labels").add("sensitive");
    }
    String type = node.get("type").textValue();
    if (!type.equals("language-content") || dice.percent(20)) {
      objects.mark(node, member);
    }
  }

  /**
   * Ids that an object may refer to: known ones, the latest more often, and some that nobody has.
   */
  private List<String> references() {
    List<String> ids = new ArrayList<>();
    List<String> all = List.copyOf(known.keySet());
    for (int i = 0; i < 8 && !all.isEmpty(); i++) {
      int back = Math.min(all.size(), dice.percent(60) ? 8 : all.size());
      ids.add(all.get(all.size() - 1 - dice.below(back)));
    }
    ids.removeIf(id -> Thing.typeOf(id).equals("marking-definition"));
    ids.removeIf(id -> Thing.typeOf(id).equals("extension-definition"));
    if (dice.percent(40) || ids.isEmpty()) {
      String id = objects.freshId(dice.of("indicator", "malware", "report", "report", "note"));
      future.add(id);
      mentioned.add(id);
    }
    if (!future.isEmpty() && dice.percent(60)) {
      ids.add(dice.of(future()));
    }
    return ids.isEmpty() ? List.copyOf(future) : ids;
  }

  /** A later version, or an older one that comes late. */
  private String version(Known one, String member) {
    int last = one.versions.get(one.versions.size() - 1);
    int modified = dice.percent(75) ? clock++ : Math.max(one.created, last - dice.between(1, 9));
    ObjectNode node = objects.versioned(one.id, one.created, modified, one.creator);
    finish(node, member);
    if (one.versions.contains(modified)) {
      return one.texts.get(one.versions.indexOf(modified));
    }
    one.versions.add(modified);
    one.texts.add(node.toString());
    return node.toString();
  }

  private String otherContent(Known one) {
    ObjectNode node = objects.versioned(one.id, one.created, dice.of(one.versions), one.creator);
    finish(node, one.member);
    return node.put("x_other", clock++).toString();
  }

  /** Something observed, alone or with what refers to it, sometimes marked. */
  private void observed(String member, List<String> texts) {
    int which = dice.below(4);
    if (dice.percent(15)) {
      ObjectNode marked = objects.observable(dice.of(4, 5), dice.below(2));
      objects.mark(marked, member);
      mentioned.add(marked.get("id").textValue());
      texts.add(marked.toString());
      return;
    }
    ObjectNode node = objects.observable(which, dice.percent(80) ? 0 : dice.between(1, 2));
    texts.add(text(node));
    String id = node.get("id").textValue();
    if (which == 3 && dice.percent(50)) {
      texts.add(text(objects.observable(2, 0)));
    }
    if (dice.percent(70)) {
      ObjectNode carrier = objects.versioned(objects.freshId("report"), clock, clock, "");
      finish(carrier, member);
      carrier.putArray("object_refs").add(id);
      texts.add(remember(carrier, member, "", clock++));
    }
  }

  private void extended(String member, List<String> texts) {
    String id = objects.freshId("extension-definition");
    ObjectNode definition = objects.extension(id, clock, town.identity(member));
    texts.add(remember(definition, member, town.identity(member), clock++));
    ObjectNode user = objects.versioned(objects.freshId("malware"), clock, clock, "");
    finish(user, member);
    objects.extend(user, id);
    texts.add(remember(user, member, "", clock++));
  }

  private String text(ObjectNode node) {
    return remember(node, "", "", 0);
  }

  private String remember(ObjectNode node, String member, String creator, int created) {
    String id = node.get("id").textValue();
    Known one = known.computeIfAbsent(id, i -> new Known(i, member, creator, created));
    if (node.has("modified") && !Thing.typeOf(id).equals("extension-definition")) {
      one.versions.add(created);
    }
    one.texts.add(node.toString());
    future.remove(id);
    mentioned.add(id);
    return node.toString();
  }

  Step delete() {
    Optional<Known> one = pick(List.copyOf(known.values()));
    String credential = dice.of(town.credentials());
    String id = one.map(k -> k.id).orElse(objects.freshId("malware"));
    if (one.isPresent() && dice.percent(80)) {
      credential = one.get().member + "/soc";
    } else if (dice.percent(50)) {
      id = objects.observable(dice.below(4), 0).get("id").textValue();
    }
    Optional<String> version =
        one.filter(k -> dice.percent(40))
            .map(k -> k.versions.isEmpty() ? "" : Objects.time(dice.of(k.versions)))
            .filter(v -> !v.isEmpty());
    return new Step.Delete(credential, dice.of(town.collections), id, version);
  }
}
