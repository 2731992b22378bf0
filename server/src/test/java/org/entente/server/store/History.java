// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.store;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.entente.stix.StixId;
import org.entente.stix.StixTimestamp;

/**
 * A random history of a store: versions, variants, several classes to a version, deletes, gains.
 */
final class History {
  static final List<String> READERS = List.of("acme/soc", "borealis/soc", "cobalt/soc");
  private static final List<String> OWNERS = List.of("acme", "acme", "acme", "borealis");
  private static final List<String> TYPES = List.of("indicator", "indicator", "malware", "x-rare");

  private final RandomGenerator random;
  private final int ids;
  private final int classes;
  private final List<String> collections;

  History(RandomGenerator random, int ids, int classes, List<String> collections) {
    this.random = random;
    this.ids = ids;
    this.classes = classes;
    this.collections = collections;
  }

  List<StixId> ids() {
    List<StixId> all = new ArrayList<>();
    for (int i = 0; i < ids; i++) {
      all.add(Draft.id(TYPES.get(i % TYPES.size()), i));
    }
    return all;
  }

  String pick(List<String> list) {
    return list.get(random.nextInt(list.size()));
  }

  private String form() {
    // a few classes have most of the rows
    int most = random.nextInt(3) == 0 ? classes : Math.max(1, classes / 8);
    return "class-" + random.nextInt(most);
  }

  /** One random step on one id, or a gain. */
  Draft step(StoreContract store) {
    if (random.nextInt(12) == 0) {
      return gain(store);
    }
    StixId id = ids().get(random.nextInt(ids));
    List<StoredVersion> known = store.versions(id).stream().filter(v -> !v.deleted()).toList();
    String collection = pick(collections);
    return switch (random.nextInt(8)) {
      case 0 -> reclass(known);
      case 1 -> delete(known);
      default -> push(id, known, collection);
    };
  }

  private Draft gain(StoreContract store) {
    int known = store.record().classes();
    Set<Integer> gained = new HashSet<>();
    Set<String> readers = new HashSet<>();
    for (int i = 0; i < 1 + known / 2; i++) {
      gained.add(1 + random.nextInt(Math.max(1, known)));
    }
    readers.add(pick(READERS));
    readers.add(pick(READERS));
    long last = store.record().position();
    long low = random.nextInt(3) > 0 ? -1 : last - random.nextInt(120);
    return known == 0
        ? new Draft()
        : new Draft().gainAbove(low, pick(collections), gained, readers.toArray(String[]::new));
  }

  private Draft push(StixId id, List<StoredVersion> known, String collection) {
    String owner = pick(OWNERS);
    StixTimestamp time =
        Draft.time("2026-01-01T00:00:0" + random.nextInt(8) + "." + random.nextInt(2) + "Z");
    Draft draft = new Draft();
    List<StoredVersion> own = known.stream().filter(v -> v.owner().equals(owner)).toList();
    if (own.stream().anyMatch(v -> v.version().compareTo(time) == 0)) {
      return draft;
    }
    List<StoredRow> heads = rows(own, collection).stream().filter(StoredRow::head).toList();
    boolean newest =
        own.stream()
            .filter(v -> !rows(List.of(v), collection).isEmpty())
            .allMatch(v -> v.version().compareTo(time) < 0);
    List<StoredRow> twins =
        rows(known.stream().filter(v -> v.version().compareTo(time) == 0).toList(), collection);
    Set<StoredRow> changed = new HashSet<>(twins);
    if (newest) {
      changed.addAll(heads);
    }
    for (StoredRow row : changed) {
      boolean head = row.head() && !(newest && heads.contains(row));
      draft.change(row, row.form(), head, row.shared() || twins.contains(row));
    }
    long key = draft.version(id, time, owner, List.of());
    Set<String> forms = new HashSet<>();
    forms.add(form());
    if (random.nextInt(4) == 0) {
      forms.add(form());
    }
    boolean shared = forms.size() > 1 || !twins.isEmpty();
    forms.forEach(form -> draft.row(collection, key, form, newest, shared));
    return draft;
  }

  private static List<StoredRow> rows(List<StoredVersion> versions, String collection) {
    return versions.stream()
        .flatMap(v -> v.rows().stream())
        .filter(row -> row.collection().equals(collection))
        .toList();
  }

  private Draft reclass(List<StoredVersion> known) {
    List<StoredRow> rows = known.stream().flatMap(v -> v.rows().stream()).toList();
    if (rows.isEmpty()) {
      return new Draft();
    }
    StoredRow row = rows.get(random.nextInt(rows.size()));
    String form = form();
    return new Draft()
        .change(row, form, row.head(), row.shared())
        .join(row.collection(), row.form(), form);
  }

  /** The next version of the owner becomes head where the deleted one was, by a row at the end. */
  private Draft delete(List<StoredVersion> known) {
    if (known.isEmpty()) {
      return new Draft();
    }
    StoredVersion gone = known.get(random.nextInt(known.size()));
    Draft draft = new Draft().delete(gone.vid());
    gone.rows().forEach(draft::remove);
    for (String collection : collections) {
      boolean wasHead = rows(List.of(gone), collection).stream().anyMatch(StoredRow::head);
      Optional<StoredVersion> next =
          known.stream()
              .filter(v -> v.vid() != gone.vid() && v.owner().equals(gone.owner()))
              .filter(v -> !rows(List.of(v), collection).isEmpty())
              .max(Comparator.comparing(StoredVersion::version));
      if (wasHead && next.isPresent()) {
        List<StoredRow> rows = rows(List.of(next.get()), collection);
        rows.forEach(draft::remove);
        rows.forEach(
            row -> draft.row(collection, next.get().vid(), row.form(), true, row.shared()));
      }
    }
    return draft;
  }
}
