// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.exchange.state;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.entente.server.exchange.decide.ClassForms;
import org.entente.server.exchange.decide.Ground;
import org.entente.server.policy.AudienceClass;
import org.entente.server.policy.Community;
import org.entente.server.resource.Administrator;
import org.entente.server.resource.Resource;
import org.entente.server.store.Catalog;
import org.entente.server.store.CatalogChange;
import org.entente.server.store.CommitRecord;
import org.entente.server.store.Committed;
import org.entente.server.store.Gain;
import org.entente.server.store.ObjectStore;
import org.entente.server.store.Storage;
import org.entente.server.store.StoredSecret;
import org.jspecify.annotations.Nullable;

/**
 * Follows the store's commits. What the store tells is taken over in the order of the commits,
 * before any of their futures completes; a change of rules is loaded anew, and holds once what was
 * told of its commit and those before was taken over.
 */
public final class Knowledge {
  private final Storage storage;
  private final Function<CatalogChange.Put, Optional<Resource>> resources;
  private final ClassForms forms = new ClassForms();
  private final List<Consumer<Committed<?>>> followers = new CopyOnWriteArrayList<>();
  private final Waits waits = new Waits();
  private volatile Snapshot snapshot = Snapshot.NONE;
  private @Nullable Future<Snapshot> loading;

  /**
   * Follows a store.
   *
   * @param storage the store, to be opened before {@link #load()}
   * @param resources reads a stored document; empty for one of a kind that is not known
   */
  public Knowledge(Storage storage, Function<CatalogChange.Put, Optional<Resource>> resources) {
    this.storage = storage;
    this.resources = resources;
  }

  /** Loads everything, and follows from then on. */
  public Future<Snapshot> load() {
    ObjectStore objects = storage.objects();
    objects.listen(this::absorb);
    return objects
        .look()
        .compose(
            record ->
                Future.all(objects.classes(0), objects.gains(0), objects.tails())
                    .compose(
                        loaded -> {
                          start(loaded.resultAt(0), loaded.resultAt(1), loaded.resultAt(2));
                          waits.reached(record.position());
                          return reload();
                        }));
  }

  private synchronized void start(List<String> classes, List<Gain> gains, Map<String, Long> tails) {
    snapshot =
        snapshot.with(
            classes.stream().map(forms::of).toList(), append(Map.of(), gains), Map.copyOf(tails));
  }

  /** What is known now. */
  public Snapshot now() {
    return snapshot;
  }

  /** Classes by form. */
  public ClassForms forms() {
    return forms;
  }

  /** What decisions stand on now. */
  public Ground ground() {
    Snapshot now = snapshot;
    return new Ground(now.community(), forms, now.bounds());
  }

  /** Is told of every commit after it was taken over. */
  public void follow(Consumer<Committed<?>> follower) {
    followers.add(follower);
  }

  /** What is known once the rules of an epoch are. */
  public Future<Snapshot> knowing(long epoch) {
    return snapshot.community().epoch() >= epoch
        ? Future.succeededFuture(snapshot)
        : reload().compose(loaded -> knowing(epoch));
  }

  private synchronized Future<Snapshot> reload() {
    Future<Snapshot> running = loading;
    if (running != null) {
      return running;
    }
    Future<Snapshot> started =
        storage
            .catalog()
            .load()
            .compose(rules -> waits.until(rules.record().position()).map(rules))
            .map(this::replaceRules)
            .onComplete(done -> loaded());
    if (!started.isComplete()) {
      loading = started;
    }
    return started;
  }

  private synchronized void loaded() {
    loading = null;
  }

  private synchronized Snapshot replaceRules(Catalog.Snapshot loaded) {
    if (loaded.record().epoch() < snapshot.community().epoch()) {
      return snapshot;
    }
    List<Resource> all =
        loaded.resources().stream().flatMap(put -> resources.apply(put).stream()).toList();
    Map<String, Long> bounds = new HashMap<>();
    loaded.reaches().forEach(b -> bounds.put(Ground.key(b.member(), b.collection()), b.from()));
    snapshot =
        new Snapshot(
            new Community(loaded.record().epoch(), all),
            snapshot.classes(),
            snapshot.gains(),
            snapshot.tails(),
            Map.copyOf(bounds),
            administrators(all),
            loaded.secrets().stream().collect(Collectors.groupingBy(StoredSecret::holder)));
    return snapshot;
  }

  private static Map<String, Set<String>> administrators(List<Resource> all) {
    Map<String, Set<String>> roles = new HashMap<>();
    for (Resource resource : all) {
      if (resource instanceof Administrator administrator) {
        roles.put(administrator.id(), administrator.roles());
      }
    }
    return Map.copyOf(roles);
  }

  private void absorb(Committed<?> committed) {
    synchronized (this) {
      Snapshot before = snapshot;
      Map<String, Long> tails = before.tails();
      if (!committed.tails().isEmpty()) {
        tails = new HashMap<>(tails);
        tails.putAll(committed.tails());
      }
      snapshot =
          before.with(
              append(before.classes(), committed),
              append(before.gains(), committed.gains()),
              tails);
    }
    try {
      followers.forEach(follower -> follower.accept(committed));
    } finally {
      waits.reached(committed.record().position());
    }
  }

  /**
   * What is known once every commit up to a record was taken over: a page may be read in a snapshot
   * of the store that is ahead of what the store has told.
   */
  public Future<Snapshot> upTo(CommitRecord record) {
    return waits.until(record.position()).compose(over -> knowing(record.epoch()));
  }

  /** Classes come in order; those that loading has seen already are passed over. */
  private List<AudienceClass> append(List<AudienceClass> known, Committed<?> committed) {
    int fresh = Math.min(committed.classes().size(), committed.record().classes() - known.size());
    if (fresh <= 0) {
      return known;
    }
    List<AudienceClass> all = new ArrayList<>(known);
    int count = committed.classes().size();
    committed.classes().subList(count - fresh, count).forEach(form -> all.add(forms.of(form)));
    return List.copyOf(all);
  }

  private static Map<String, List<Gain>> append(Map<String, List<Gain>> known, List<Gain> more) {
    if (more.isEmpty()) {
      return known;
    }
    Map<String, List<Gain>> all = new HashMap<>(known);
    for (Gain gain : more) {
      List<Gain> after = new ArrayList<>(all.getOrDefault(gain.collection(), List.of()));
      after.removeIf(old -> old.gain() == gain.gain());
      after.add(gain);
      after.sort(Comparator.comparingLong(Gain::gain));
      all.put(gain.collection(), List.copyOf(after));
    }
    return Map.copyOf(all);
  }
}
