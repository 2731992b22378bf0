// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.exchange.administer;

import io.vertx.core.Future;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.entente.server.exchange.decide.ClassForms;
import org.entente.server.exchange.decide.Resettlement;
import org.entente.server.policy.Community;
import org.entente.server.store.Decide;
import org.entente.server.store.Facts;
import org.entente.server.store.Keys;
import org.entente.server.store.ObjectStore;
import org.entente.server.store.Plan;
import org.entente.server.store.StoredRow;
import org.entente.server.store.StoredVersion;
import org.entente.stix.StixId;

/** A member's private copies, with the classes that they would have were their ids its own. */
final class Copies {
  private final ObjectStore store;
  private final Community community;
  private final ClassForms forms;

  Copies(ObjectStore store, Community community, ClassForms forms) {
    this.store = store;
    this.community = community;
    this.forms = forms;
  }

  /** The same versions, which are a member's; those that are no copies as they are. */
  Future<List<StoredVersion>> owned(String member, StixId id, List<StoredVersion> versions) {
    if (versions.stream().noneMatch(StoredVersion::shadow)) {
      return Future.succeededFuture(versions);
    }
    return store
        .commit(Keys.of(Set.of(id), Set.of(id)), 1, facts -> decided(facts, member, id))
        .map(committed -> versions.stream().map(v -> owned(v, committed.result())).toList());
  }

  private Decide.Step<Map<Place, String>> decided(Facts facts, String member, StixId id) {
    Resettlement look = new Resettlement(new Pretence(facts, member, Set.of(id)), community, forms);
    Plan plan = look.of(id);
    if (!look.missing().isEmpty()) {
      return new Decide.More<>(look.missing());
    }
    Map<Place, String> classes = new HashMap<>();
    plan.rows().forEach(r -> classes.putIfAbsent(new Place(r.version(), r.collection()), r.form()));
    return new Decide.Write<>(Plan.NOTHING, classes);
  }

  private record Place(long version, String collection) {}

  private static StoredVersion owned(StoredVersion copy, Map<Place, String> classes) {
    return new StoredVersion(
        copy.vid(),
        copy.id(),
        copy.version(),
        copy.owner(),
        copy.shadow(),
        copy.deleted(),
        copy.hash(),
        copy.facts(),
        copy.references(),
        copy.placements(),
        copy.rows().stream().map(row -> owned(row, classes)).toList());
  }

  private static StoredRow owned(StoredRow row, Map<Place, String> classes) {
    return new StoredRow(
        row.collection(),
        row.n(),
        row.position(),
        row.vid(),
        row.audience(),
        classes.getOrDefault(new Place(row.vid(), row.collection()), row.form()),
        row.head(),
        row.shared());
  }
}
