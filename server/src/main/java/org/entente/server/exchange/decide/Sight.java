// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.exchange.decide;

import java.util.List;
import org.entente.server.policy.Community;
import org.entente.server.store.StoredRow;
import org.entente.stix.StixId;

/** Whether a member could learn of a version, by the plain decision on its stored rows. */
final class Sight {
  private final World world;
  private final Community community;
  private final ClassForms forms;

  Sight(World world, Community community, ClassForms forms) {
    this.world = world;
    this.community = community;
    this.forms = forms;
  }

  /** Whether the sender sees the head of an object in some collection. */
  boolean anyOf(Sender sender, Lineage lineage) {
    return lineage.versions().stream().anyMatch(draft -> standsBefore(sender, draft, true));
  }

  /** Whether the sender sees this version in some collection, its head too. */
  boolean of(Sender sender, Draft draft) {
    return standsBefore(sender, draft, false) && anyOf(sender, world.lineage(draft));
  }

  private boolean standsBefore(Sender sender, Draft draft, boolean head) {
    for (StoredRow row : draft.rows) {
      if ((row.head() || !head)
          && (forms.of(row.form()).permits(sender.reader(), community)
              || permits(sender.member(), row))) {
        return true;
      }
    }
    return false;
  }

  /** Whether the sender's credential itself reads a live head in the sender's collection. */
  boolean reads(Sender sender, List<Draft> drafts) {
    return drafts.stream()
        .flatMap(draft -> draft.rowsIn(sender.collection().id()).stream())
        .anyMatch(row -> row.head() && forms.of(row.form()).permits(sender.reader(), community));
  }

  private boolean permits(String member, StoredRow row) {
    return community.insiders(member).stream()
        .anyMatch(reader -> forms.of(row.form()).permits(reader, community));
  }

  /** Whether an inside credential of a member reads a target, so that it may narrow or carry. */
  boolean knows(String member, StixId target) {
    for (Draft draft : world.versions(target)) {
      if (!draft.shadow && !draft.fresh() && !draft.deleted) {
        for (StoredRow row : draft.rows) {
          if (row.head() && permits(member, row)) {
            return true;
          }
        }
      }
    }
    return false;
  }
}
