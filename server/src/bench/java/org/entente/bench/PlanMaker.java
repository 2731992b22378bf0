// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.bench;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import org.entente.server.store.FeedView;
import org.entente.server.store.ObjectStore;
import org.entente.server.store.Plan;
import org.entente.server.store.RowPage;
import org.entente.server.store.StoredVersion;

/** Makes plans of what the exchange has stored, so that a store can be given the same once more. */
final class PlanMaker {
  private static final int OBJECTS = 1000;

  private final ObjectStore objects;
  private final FeedView view;

  PlanMaker(ObjectStore objects) {
    this.objects = objects;
    view = StoreMain.everything(StoreMain.get(objects.look()));
  }

  /** Plans of 1,000 objects each, no object twice. */
  List<Plan> plans(int count) {
    List<Plan> plans = new ArrayList<>();
    for (String path : List.of(Cast.bulk(), Cast.collection(1), Cast.collection(10))) {
      String collection = path.substring(path.indexOf("collections/") + 12, path.length() - 1);
      long after = 0;
      while (plans.size() < count) {
        RowPage page =
            StoreMain.get(objects.page(StoreMain.query(collection, view, after, OBJECTS, true)));
        if (page.rows().size() < OBJECTS) {
          break;
        }
        after = page.rows().get(OBJECTS - 1).place();
        plans.add(plan(page, collection));
      }
    }
    if (plans.isEmpty()) {
      throw new BenchFailure("there is nothing to prepare objects from");
    }
    return plans;
  }

  /** What the first object of a page is kept with is taken for all of them. */
  private Plan plan(RowPage page, String collection) {
    StoredVersion sample =
        StoreMain.get(objects.versions(page.rows().get(0).id(), Long.MAX_VALUE)).get(0);
    byte[] origin = sample.placements().values().iterator().next();
    String form = sample.rows().get(0).form();
    List<Plan.NewVersion> versions = new ArrayList<>();
    List<Plan.Placement> placements = new ArrayList<>();
    List<Plan.NewRow> rows = new ArrayList<>();
    for (int key = 0; key < page.rows().size(); key++) {
      RowPage.Row row = page.rows().get(key);
      versions.add(
          new Plan.NewVersion(
              key,
              row.id(),
              row.version(),
              sample.owner(),
              false,
              sha256(row.bytes()),
              sample.facts(),
              sample.references(),
              row.bytes()));
      placements.add(new Plan.Placement(-1L - key, collection, origin));
      rows.add(new Plan.NewRow(collection, -1L - key, form, true, false));
    }
    return new Plan(
        versions,
        placements,
        List.of(),
        List.of(),
        rows,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException absent) {
      throw new IllegalStateException("every Java has SHA-256", absent);
    }
  }
}
