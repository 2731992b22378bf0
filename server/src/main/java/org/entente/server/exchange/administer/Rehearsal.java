// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.exchange.administer;

import io.vertx.core.Future;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.entente.server.exchange.Preview;
import org.entente.server.exchange.decide.Ground;
import org.entente.server.exchange.decide.Refusal;
import org.entente.server.exchange.decide.Sender;
import org.entente.server.exchange.decide.Turn;
import org.entente.server.exchange.decide.Verdict;
import org.entente.server.exchange.state.Knowledge;
import org.entente.server.exchange.submit.Admission;
import org.entente.server.policy.AudienceClass;
import org.entente.server.policy.Community;
import org.entente.server.resource.Credential;
import org.entente.server.store.Decide;
import org.entente.server.store.Facts;
import org.entente.server.store.ObjectStore;
import org.entente.server.store.Plan;
import org.entente.stix.StixId;

/** Decides a push as if it were made, and writes nothing. */
final class Rehearsal {
  private Rehearsal() {}

  static Future<List<Preview>> of(
      Sender sender, Admission admission, Knowledge knowledge, ObjectStore store, Audience shown) {
    Ground ground = knowledge.ground();
    Map<Integer, AudienceClass> classes = new ConcurrentHashMap<>();
    Turn turn = new Turn(ground, sender, admission.objects(), v -> Turn.Receipt.NONE);
    return store
        .commit(
            turn.keys(),
            Math.max(1, admission.objects().size()),
            facts -> {
              Decide.Step<List<Verdict>> step = decided(turn, facts, shown.member());
              if (step instanceof Decide.Write<List<Verdict>> write) {
                classes.putAll(turn.classes(write.plan(), admission.objects(), ground.forms()));
                return new Decide.Write<>(Plan.NOTHING, write.result());
              }
              return step;
            })
        .map(
            committed -> {
              Preview[] previews = admission.refused();
              for (Verdict verdict : committed.result()) {
                previews[verdict.index()] = preview(verdict, classes, ground.community(), shown);
              }
              return List.of(previews);
            });
  }

  /** To a member, what would become a private copy is decided as if its id were new. */
  private static Decide.Step<List<Verdict>> decided(
      Turn turn, Facts facts, Optional<String> member) {
    Function<Set<StixId>, Decide.Step<List<Verdict>>> deciding =
        copies -> turn.decide(member.<Facts>map(m -> new Pretence(facts, m, copies)).orElse(facts));
    Decide.Step<List<Verdict>> first = deciding.apply(Set.of());
    if (first instanceof Decide.Write<List<Verdict>> write) {
      Set<StixId> copies =
          write.plan().versions().stream()
              .filter(Plan.NewVersion::shadow)
              .map(Plan.NewVersion::id)
              .collect(Collectors.toSet());
      return copies.isEmpty() ? first : deciding.apply(copies);
    }
    return first;
  }

  private static Preview preview(
      Verdict verdict, Map<Integer, AudienceClass> classes, Community community, Audience shown) {
    Groups groups = new Groups();
    AudienceClass audience = classes.get(verdict.index());
    if (audience != null) {
      for (Credential credential : shown.credentials()) {
        community
            .reader(credential.id())
            .ifPresent(
                reader -> {
                  boolean permit = audience.permits(reader, community);
                  String reason =
                      audience.explain(reader, community).stream()
                          .filter(judged -> judged.permits() == permit)
                          .findFirst()
                          .map(judged -> judged.rule().layer() + ": " + judged.rule().rule())
                          .orElse("L1");
                  groups.add(permit, shown.told(credential, reason), credential.id());
                });
      }
    }
    return new Preview(
        verdict.id().toString(),
        verdict.version().text(),
        verdict.refusal().map(Refusal::reason),
        groups.all());
  }
}
