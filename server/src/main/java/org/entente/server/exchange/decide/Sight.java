// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.exchange.decide;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.entente.server.policy.Community;
import org.entente.server.policy.Reader;
import org.entente.server.store.StoredRow;
import org.entente.stix.StixId;

/**
 * Whether a member could learn of a version by reading, from the rows that are stored: what an
 * answer may tell of. A row counts here exactly when a page would show it.
 */
final class Sight {
  private final World world;
  private final Ground ground;

  Sight(World world, Ground ground) {
    this.world = world;
    this.ground = ground;
  }

  /** Whether the sender, or its member inside, sees some version. */
  boolean anyOf(Sender sender, Lineage lineage) {
    return lineage.versions().stream().anyMatch(draft -> of(sender, draft));
  }

  /** Whether the sender, or its member inside, sees this version in some collection. */
  boolean of(Sender sender, Draft draft) {
    List<Reader> eyes = new ArrayList<>(ground.community().insiders(sender.member()));
    eyes.add(sender.reader());
    return eyes.stream().anyMatch(eye -> sees(eye, draft, draft.rows));
  }

  /** Whether the sender's credential itself sees some version in the sender's collection. */
  boolean reads(Sender sender, List<Draft> drafts) {
    String collection = sender.collection().id();
    return drafts.stream()
        .anyMatch(draft -> sees(sender.reader(), draft, draft.rowsIn(collection)));
  }

  /**
   * The owners of versions of a target that a member sees inside: they may narrow and be carried.
   */
  Set<String> known(String member, StixId target) {
    List<Reader> insiders = ground.community().insiders(member);
    Set<String> owners = new TreeSet<>();
    for (Draft draft : world.versions(target)) {
      boolean asked = !draft.shadow && !draft.deleted && !owners.contains(draft.owner);
      if (asked && insiders.stream().anyMatch(reader -> sees(reader, draft, draft.rows))) {
        owners.add(draft.owner);
      }
    }
    return owners;
  }

  private boolean sees(Reader reader, Draft draft, List<StoredRow> rows) {
    return rows.stream()
        .anyMatch(row -> shows(reader, row) && (row.head() || seesHead(reader, draft, row)));
  }

  private boolean seesHead(Reader reader, Draft draft, StoredRow row) {
    return world.lineage(draft).versions().stream()
        .flatMap(version -> version.rowsIn(row.collection()).stream())
        .anyMatch(other -> other.head() && permits(reader, other));
  }

  private boolean shows(Reader reader, StoredRow row) {
    Community community = ground.community();
    return community.reads(reader, row.collection())
        && row.position() >= bound(reader, row.collection())
        && permits(reader, row);
  }

  private boolean permits(Reader reader, StoredRow row) {
    return ground.forms().of(row.form()).permits(reader, ground.community());
  }

  private long bound(Reader reader, String collection) {
    return reader.member().map(member -> ground.bound(member.id(), collection)).orElse(0L);
  }
}
