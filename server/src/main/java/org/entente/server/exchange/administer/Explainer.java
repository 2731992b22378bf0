// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.exchange.administer;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
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
import org.entente.server.exchange.decide.ClassForms;
import org.entente.server.exchange.decide.Sender;
import org.entente.server.exchange.state.Knowledge;
import org.entente.server.exchange.state.Snapshot;
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
import org.entente.stix.StixId;

/** Answers who may see what, and why, by the decision itself and the rows that stand. */
public final class Explainer implements Explaining {
  private final Knowledge knowledge;
  private final Storage storage;
  private final Function<CatalogChange.Put, Optional<Resource>> resources;

  /**
   * An explainer.
   *
   * @param knowledge what is known of the exchange
   * @param storage where it is kept
   * @param resources reads a stored document
   */
  public Explainer(
      Knowledge knowledge,
      Storage storage,
      Function<CatalogChange.Put, Optional<Resource>> resources) {
    this.knowledge = knowledge;
    this.storage = storage;
    this.resources = resources;
  }

  /** The rules and versions of one instant. */
  private record Scene(
      Community community,
      Map<String, Long> bounds,
      List<StoredVersion> versions,
      ClassForms forms) {
    /** Live rows of a collection, those of heads only unless a version is asked for. */
    List<StoredRow> rows(String collection, Optional<String> version) {
      return versions.stream()
          .filter(v -> !v.deleted())
          .filter(v -> version.isEmpty() || version.get().equals(v.version().text()))
          .flatMap(v -> v.rows().stream())
          .filter(row -> row.collection().equals(collection))
          .filter(row -> version.isPresent() || row.head())
          .sorted(Comparator.comparingLong(StoredRow::position))
          .toList();
    }

    /** Heads of the same owner, which must be readable for an older version to be. */
    List<StoredRow> heads(StoredRow row) {
      String owner = owner(row);
      return versions.stream()
          .filter(v -> v.owner().equals(owner))
          .flatMap(v -> v.rows().stream())
          .filter(other -> other.head() && other.collection().equals(row.collection()))
          .toList();
    }

    private String owner(StoredRow row) {
      return versions.stream()
          .filter(v -> v.vid() == row.vid())
          .map(StoredVersion::owner)
          .findFirst()
          .orElse("");
    }
  }

  @Override
  public Future<Explanation> explain(
      String credential,
      String collection,
      StixId object,
      Optional<String> version,
      Optional<Instant> at) {
    return scene(object, at)
        .map(
            scene -> {
              Collection where = collection(scene.community, collection);
              Reader reader =
                  scene
                      .community
                      .credential(credential)
                      .flatMap(c -> scene.community.member(c.member()).map(m -> Reader.of(m, c)))
                      .orElseThrow(() -> new UnknownNameException("credential", credential));
              return explain(scene, reader, where, version);
            });
  }

  private Future<Scene> scene(StixId object, Optional<Instant> at) {
    long position = at.map(Position::of).orElse(Long.MAX_VALUE);
    Snapshot now = knowledge.now();
    Future<Scene> empty =
        at.isEmpty()
            ? Future.succeededFuture(
                new Scene(now.community(), now.bounds(), List.of(), knowledge.forms()))
            : storage.catalog().at(position).map(this::scene);
    return empty.compose(
        rules ->
            storage
                .objects()
                .versions(object, position)
                .map(
                    versions ->
                        new Scene(rules.community, rules.bounds, versions, knowledge.forms())));
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

  private static Collection collection(Community community, String name) {
    return community.collections().stream()
        .filter(c -> c.isNamed(name))
        .findFirst()
        .orElseThrow(() -> new UnknownNameException("collection", name));
  }

  private Explanation explain(
      Scene scene, Reader reader, Collection where, Optional<String> version) {
    if (!reader.member().orElseThrow().active()) {
      return denied(new Rule("S2", "member is active", "member " + reader.id()));
    }
    if (!scene.community.reads(reader, where.id())) {
      return denied(new Rule("L2", "collection readable", "collection " + where.id()));
    }
    List<StoredRow> rows = scene.rows(where.id(), version);
    if (rows.isEmpty()) {
      return denied(new Rule("G8", "the object has a live version here", "store"));
    }
    String seen = reader.member().orElseThrow().id() + ' ' + where.id();
    long bound = scene.bounds.getOrDefault(seen, 0L);
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
        new ArrayList<>(scene.forms.of(row.form()).explain(reader, scene.community));
    if (!row.head()) {
      boolean head =
          scene.heads(row).stream()
              .anyMatch(h -> scene.forms.of(h.form()).permits(reader, scene.community));
      judged.add(new Judged(new Rule("L5", "the latest version is readable", "store"), head));
    }
    boolean permit = judged.stream().allMatch(Judged::permits);
    Judged decisive = judged.stream().filter(j -> j.permits() == permit).findFirst().orElseThrow();
    List<String> would =
        judged.stream()
            .filter(j -> !j.permits())
            .map(j -> j.rule().rule() + " would have to hold (" + j.rule().source() + ")")
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
    return new Explanation(
        false,
        name(rule),
        List.of(shown(new Judged(rule, false))),
        Optional.empty(),
        List.of(rule.rule() + " would have to hold (" + rule.source() + ")"));
  }

  private static String name(Rule rule) {
    return rule.layer() + ": " + rule.rule();
  }

  private static Explanation.Rule shown(Judged judged) {
    return new Explanation.Rule(
        judged.rule().layer(),
        judged.rule().rule(),
        judged.rule().source(),
        judged.permits() ? "permit" : "deny");
  }

  @Override
  public Future<WhoSees> who(StixId object, Optional<String> version) {
    return scene(object, Optional.empty())
        .map(
            scene -> {
              if (scene.versions.stream().allMatch(StoredVersion::deleted)) {
                throw new UnknownNameException("object", object.toString());
              }
              Groups groups = new Groups();
              for (Credential credential : scene.community.credentials()) {
                best(scene, credential, version)
                    .ifPresent(e -> groups.add(e.permit(), e.decidedBy(), credential.id()));
              }
              return new WhoSees(groups.all());
            });
  }

  /** The answer in the collection that says most: a permit if there is any. */
  private Optional<Explanation> best(Scene scene, Credential credential, Optional<String> version) {
    Optional<Member> member = scene.community.member(credential.member());
    List<Explanation> answers =
        scene.community.collections().stream()
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
      String credential, String collection, List<String> policies, Buffer envelope) {
    Community community = knowledge.now().community();
    Collection where = collection(community, collection);
    Reader sender =
        community
            .reader(credential)
            .orElseThrow(() -> new UnknownNameException("credential", credential));
    List<ReleasePolicy> named =
        policies.stream()
            .map(
                id ->
                    community
                        .policy(id)
                        .filter(p -> p.owner().equals(sender.member().orElseThrow().id()))
                        .orElseThrow(() -> new UnknownNameException("policy", id)))
            .toList();
    return Rehearsal.of(
        new Sender(sender, where, named), envelope.getBytes(), knowledge, storage.objects());
  }
}
