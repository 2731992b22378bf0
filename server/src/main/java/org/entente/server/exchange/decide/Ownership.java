// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.exchange.decide;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.entente.server.policy.Community;
import org.entente.stix.StixId;
import org.entente.stix.StixObject;
import org.entente.stix.StixTimestamp;
import org.entente.stix.json.equality.JsonEquality;
import org.entente.stix.type.table.StixRule;

/** Whose an object is, and whether it may come in: judged against what is committed. */
final class Ownership {
  private final World world;
  private final Community community;
  private final Sight sight;
  private final Sender sender;

  Ownership(World world, Community community, Sight sight, Sender sender) {
    this.world = world;
    this.community = community;
    this.sight = sight;
    this.sender = sender;
  }

  /** What is to be done with an object. */
  sealed interface Answer {}

  /** It is refused. */
  record Refused(Refusal refusal) implements Answer {
    static Refused by(StixRule rule, String reason) {
      return new Refused(Refusal.by(rule, reason));
    }
  }

  /** It is there already. */
  record Present() implements Answer {}

  /** It is there already, in other collections. */
  record Placed(Draft draft) implements Answer {}

  /** It is new. */
  record Fresh(boolean shadow) implements Answer {}

  Answer judge(Incoming incoming) {
    StixObject object = incoming.object();
    Optional<String> entitled = entitled(object);
    if (entitled.isPresent()) {
      return Refused.by(StixRule.B26, "/created_by_ref: " + entitled.get());
    }
    if (object.isObservable()) {
      return against(incoming, world.brought(object.id(), sender.member(), false), false);
    }
    Lineage owned = world.owned(object.id());
    if (owned.versions().isEmpty() || ownedBySender(owned)) {
      return against(incoming, owned, false);
    }
    if (sight.anyOf(sender, owned)) {
      return visible(incoming, owned);
    }
    return against(incoming, world.brought(object.id(), sender.member(), true), true);
  }

  private boolean ownedBySender(Lineage lineage) {
    return lineage.versions().get(0).owner.equals(sender.member());
  }

  private Optional<String> entitled(StixObject object) {
    if (object.createdBy().isEmpty()) {
      return Optional.empty();
    }
    StixId creator = object.createdBy().get();
    Optional<String> owner = community.identityOwner(creator);
    if (owner.isPresent() && !owner.get().equals(sender.member())) {
      return Optional.of("`" + creator + "` is an identity of another member");
    }
    Set<StixId> allowed = sender.reader().credential().orElseThrow().identities();
    return owner.isPresent() && !allowed.isEmpty() && !allowed.contains(creator)
        ? Optional.of("this credential may not write as `" + creator + "`")
        : Optional.empty();
  }

  /** The sender may add to the lineage: its own, or its private one. */
  private Answer against(Incoming incoming, Lineage lineage, boolean shadow) {
    StixTimestamp version = incoming.object().version();
    for (Draft draft : lineage.versions()) {
      if (!draft.deleted && draft.version.compareTo(version) == 0) {
        if (!same(incoming, draft)) {
          return other(incoming.object());
        }
        return draft.placements.containsKey(sender.collection().id())
            ? new Present()
            : new Placed(draft);
      }
    }
    return lineage.versions().isEmpty()
        ? new Fresh(shadow)
        : continues(incoming.object(), lineage)
            .<Answer>map(refused -> refused)
            .orElseGet(() -> new Fresh(shadow));
  }

  private static Refused other(StixObject object) {
    return object.modified().isEmpty() && object.created().isEmpty()
        ? Refused.by(StixRule.B24, "the object is there already with other content")
        : Refused.by(
            StixRule.B28,
            "version `"
                + object.version()
                + "` is there already with other content; a change needs a later `modified`");
  }

  /** What must not change between versions, and that a revocation is final. */
  private static Optional<Refused> continues(StixObject object, Lineage lineage) {
    Draft first = lineage.versions().get(0);
    if (!object.createdBy().equals(first.facts.createdBy())) {
      return Optional.of(changed("created_by_ref"));
    }
    Optional<StixTimestamp> created = StixTimestamp.parse(first.facts.created());
    if (created.isPresent() != object.created().isPresent()
        || (created.isPresent() && created.get().compareTo(object.created().get()) != 0)) {
      return Optional.of(changed("created"));
    }
    return lineage.versions().stream()
            .anyMatch(d -> d.facts.revoked() && d.version.compareTo(object.version()) < 0)
        ? Optional.of(
            Refused.by(StixRule.B27, "the object is revoked; no later version is accepted"))
        : Optional.empty();
  }

  private static Refused changed(String property) {
    String pointer = "/" + property + ": `" + property + "`";
    return Refused.by(StixRule.B25, pointer + " differs from that of other versions");
  }

  private Answer visible(Incoming incoming, Lineage lineage) {
    StixTimestamp version = incoming.object().version();
    for (Draft draft : lineage.versions()) {
      if (!draft.deleted
          && draft.version.compareTo(version) == 0
          && sight.of(sender, draft)
          && same(incoming, draft)) {
        return new Present();
      }
    }
    return Refused.by(StixRule.B26, "the object belongs to another member");
  }

  /** Equal as JSON values; the bytes are fetched only when the hashes differ. */
  private boolean same(Incoming incoming, Draft draft) {
    if (Arrays.equals(draft.hash, incoming.hash())) {
      return true;
    }
    return draft
        .bytes
        .or(() -> world.bytes(draft.ref))
        .map(bytes -> JsonEquality.equal(bytes, incoming.object().bytes()))
        .orElse(false);
  }
}
