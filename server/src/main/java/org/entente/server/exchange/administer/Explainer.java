// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.exchange.administer;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.entente.server.exchange.Explaining;
import org.entente.server.exchange.Explanation;
import org.entente.server.exchange.Preview;
import org.entente.server.exchange.UnknownNameException;
import org.entente.server.exchange.WhoSees;
import org.entente.server.exchange.decide.Sender;
import org.entente.server.exchange.extension.Extensions;
import org.entente.server.exchange.state.Knowledge;
import org.entente.server.exchange.state.Snapshot;
import org.entente.server.exchange.submit.Admission;
import org.entente.server.policy.Community;
import org.entente.server.policy.Judged;
import org.entente.server.policy.Reader;
import org.entente.server.policy.Rule;
import org.entente.server.resource.Collection;
import org.entente.server.resource.Credential;
import org.entente.server.resource.Member;
import org.entente.server.resource.ReleasePolicy;
import org.entente.server.resource.Resource;
import org.entente.server.store.Catalog;
import org.entente.server.store.CatalogChange;
import org.entente.server.store.Storage;
import org.entente.server.store.StoredRow;
import org.entente.server.store.StoredVersion;
import org.entente.server.taxii.Position;

/** Answers who may see what, and why, by the decision itself and the rows that stand. */
public final class Explainer implements Explaining {
  private final Knowledge knowledge;
  private final Storage storage;
  private final Function<CatalogChange.Put, Optional<Resource>> resources;
  private final Extensions extensions;

  /**
   * An explainer.
   *
   * @param knowledge what is known of the exchange
   * @param storage where it is kept
   * @param resources reads a stored document
   * @param extensions those of STIX that are known here
   */
  public Explainer(
      Knowledge knowledge,
      Storage storage,
      Function<CatalogChange.Put, Optional<Resource>> resources,
      Extensions extensions) {
    this.knowledge = knowledge;
    this.storage = storage;
    this.resources = resources;
    this.extensions = extensions;
  }

  @Override
  public Future<Explanation> explain(
      String credential, String collection, Question question, Asker asker) {
    return scene(question, asker)
        .map(
            scene -> {
              Audience audience = new Audience(asker, scene.community());
              Collection where = scene.collection(collection);
              if (!audience.knows(where)) {
                throw new UnknownNameException("collection", collection);
              }
              Credential reader =
                  scene
                      .community()
                      .credential(credential)
                      .filter(audience::knows)
                      .orElseThrow(() -> new UnknownNameException("credential", credential));
              return audience.told(reader, explain(scene, reader, where, question.version()));
            });
  }

  private Future<Scene> scene(Question question, Asker asker) {
    long position = question.at().map(Position::of).orElse(Long.MAX_VALUE);
    Snapshot now = knowledge.now();
    Future<Scene> empty =
        question.at().isEmpty()
            ? Future.succeededFuture(
                new Scene(now.community(), now.bounds(), List.of(), knowledge.forms()))
            : storage.catalog().at(position).map(this::scene);
    return empty.compose(
        rules ->
            storage
                .objects()
                .versions(question.object(), position)
                .map(versions -> Audience.owned(asker, question, versions))
                .compose(versions -> told(asker, question, rules, versions))
                .map(rules::with));
  }

  /** A member's private copies are told of as if they were no copies. */
  private Future<List<StoredVersion>> told(
      Asker asker, Question question, Scene rules, List<StoredVersion> versions) {
    Copies copies = new Copies(storage.objects(), rules.community(), rules.forms());
    return asker
        .member()
        .map(member -> copies.owned(member, question.object(), versions))
        .orElseGet(() -> Future.succeededFuture(versions));
  }

  private Scene scene(Catalog.Snapshot then) {
    Map<String, Long> bounds = new HashMap<>();
    then.reaches().forEach(b -> bounds.put(b.member() + ' ' + b.collection(), b.from()));
    return new Scene(community(then), bounds, List.of(), knowledge.forms());
  }

  private Community community(Catalog.Snapshot then) {
    return new Community(
        then.record().epoch(),
        then.resources().stream().flatMap(put -> resources.apply(put).stream()).toList());
  }

  private Explanation explain(
      Scene scene, Credential credential, Collection where, Optional<String> version) {
    Optional<Member> member = scene.community().member(credential.member());
    if (member.isEmpty()) {
      throw new UnknownNameException("credential", credential.id());
    }
    return explain(scene, Reader.of(member.get(), credential), where, version);
  }

  private Explanation explain(
      Scene scene, Reader reader, Collection where, Optional<String> version) {
    if (!reader.member().orElseThrow().active()) {
      return denied(new Rule("S2", "member is active", "member " + reader.id()));
    }
    if (!scene.community().reads(reader, where.id())) {
      return denied(new Rule("L2", "collection readable", "collection " + where.id()));
    }
    List<StoredRow> rows = scene.rows(where.id(), version);
    if (rows.isEmpty()) {
      return denied(new Rule("G8", "the object has a live version here", "store"));
    }
    String seen = reader.member().orElseThrow().id() + ' ' + where.id();
    long bound = scene.bounds().getOrDefault(seen, 0L);
    Explanation answer =
        denied(new Rule("L2", "within the history that is shown", "collection " + where.id()));
    for (StoredRow row : rows) {
      if (row.position() < bound) {
        continue;
      }
      answer = explain(scene, reader, row);
      if (answer.permit()) {
        return answer;
      }
    }
    return answer;
  }

  private static Explanation explain(Scene scene, Reader reader, StoredRow row) {
    List<Judged> judged =
        new ArrayList<>(scene.forms().of(row.form()).explain(reader, scene.community()));
    if (!row.head()) {
      boolean head =
          scene.heads(row).stream()
              .anyMatch(h -> scene.forms().of(h.form()).permits(reader, scene.community()));
      judged.add(new Judged(new Rule("L5", "the latest version is readable", "store"), head));
    }
    boolean permit = judged.stream().allMatch(Judged::permits);
    Judged decisive = judged.stream().filter(j -> j.permits() == permit).findFirst().orElseThrow();
    List<String> would =
        judged.stream()
            .filter(j -> !j.permits())
            .map(j -> Explanation.wouldChange(shown(j)))
            .distinct()
            .toList();
    return new Explanation(
        permit,
        name(decisive.rule()),
        judged.stream().map(Explainer::shown).toList(),
        permit ? Optional.of(Position.instant(row.position())) : Optional.empty(),
        would);
  }

  private static Explanation denied(Rule rule) {
    Explanation.Rule shown = shown(new Judged(rule, false));
    return new Explanation(
        false,
        name(rule),
        List.of(shown),
        Optional.empty(),
        List.of(Explanation.wouldChange(shown)));
  }

  private static String name(Rule rule) {
    return rule.layer() + ": " + rule.rule();
  }

  private static Explanation.Rule shown(Judged judged) {
    return new Explanation.Rule(
        judged.rule().layer(),
        judged.rule().rule(),
        judged.rule().source(),
        judged.permits() ? "permit" : Explanation.DENY);
  }

  @Override
  public Future<WhoSees> who(Question question, Asker asker) {
    return scene(question, asker)
        .map(
            scene -> {
              if (scene.isEmpty()) {
                throw new UnknownNameException("object", question.object().toString());
              }
              Audience audience = new Audience(asker, scene.community());
              Groups groups = new Groups();
              for (Credential credential : audience.credentials()) {
                best(scene, credential, question.version())
                    .map(answer -> audience.told(credential, answer))
                    .ifPresent(e -> groups.add(e.permit(), e.decidedBy(), credential.id()));
              }
              return new WhoSees(groups.all());
            });
  }

  /** The answer in the collection that says most: a permit if there is any. */
  private Optional<Explanation> best(Scene scene, Credential credential, Optional<String> version) {
    Optional<Member> member = scene.community().member(credential.member());
    List<Explanation> answers =
        scene.community().collections().stream()
            .filter(c -> !scene.rows(c.id(), version).isEmpty())
            .flatMap(
                c -> member.map(m -> explain(scene, Reader.of(m, credential), c, version)).stream())
            .toList();
    return answers.stream()
        .filter(Explanation::permit)
        .findFirst()
        .or(() -> answers.stream().findFirst());
  }

  @Override
  public Future<List<Preview>> preview(
      String credential, String collection, List<String> policies, Buffer envelope, Asker asker) {
    Snapshot now = knowledge.now();
    Community community = now.community();
    Scene scene = new Scene(community, now.bounds(), List.of(), knowledge.forms());
    Reader sender =
        community
            .reader(credential)
            .orElseThrow(() -> new UnknownNameException("credential", credential));
    Collection where = scene.collection(collection);
    if (asker.member().isPresent() && !community.writes(sender, where.id())) {
      throw new UnknownNameException("collection", collection);
    }
    List<ReleasePolicy> named =
        policies.stream()
            .map(
                id ->
                    community
                        .policy(id)
                        .filter(p -> p.owner().equals(sender.member().orElseThrow().id()))
                        .filter(p -> p.appliesTo().level().frozen())
                        .orElseThrow(() -> new UnknownNameException("policy", id)))
            .toList();
    return Rehearsal.of(
        new Sender(sender, where, named),
        Admission.of(where, envelope.getBytes(), extensions),
        knowledge,
        storage.objects(),
        new Audience(asker, community));
  }
}
