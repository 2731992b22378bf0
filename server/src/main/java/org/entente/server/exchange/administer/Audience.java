// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.exchange.administer;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.entente.server.exchange.Explaining.Asker;
import org.entente.server.exchange.Explaining.Question;
import org.entente.server.exchange.Explanation;
import org.entente.server.exchange.UnknownNameException;
import org.entente.server.policy.Community;
import org.entente.server.policy.Rule;
import org.entente.server.resource.Collection;
import org.entente.server.resource.Credential;
import org.entente.server.resource.Member;
import org.entente.server.store.StoredVersion;

/** What an asker may be told of readers and their sight. */
final class Audience {
  /** What the producer decides, and may hear whole: its own objects, markings and policies. */
  private static final Set<String> PRODUCERS = Set.of("S4", "G5", "G8", "L1", "L3", "L5");

  private static final String ELSEWHERE = "what the reader agreed to";
  private static final String REFERRED = "an object that is referred to is readable";

  private final Asker asker;
  private final Community community;

  Audience(Asker asker, Community community) {
    this.asker = asker;
    this.community = community;
  }

  /**
   * The versions that an asker may ask about: for a member those it owns.
   *
   * @throws UnknownNameException where a member owns none, whatever others have
   */
  static List<StoredVersion> owned(Asker asker, Question question, List<StoredVersion> versions) {
    if (asker.member().isEmpty()) {
      return versions;
    }
    List<StoredVersion> own =
        versions.stream().filter(v -> asker.member().get().equals(v.owner())).toList();
    if (own.isEmpty()) {
      throw new UnknownNameException("object", question.object().toString());
    }
    return own;
  }

  /** The member that asks; absent for the hub. */
  Optional<String> member() {
    return asker.member();
  }

  /** The readers that may be named. */
  List<Credential> credentials() {
    return community.credentials().stream().filter(this::knows).toList();
  }

  /** Whether a reader may be named. */
  boolean knows(Credential credential) {
    return isOwn(credential)
        || community.member(credential.member()).filter(Member::listed).isPresent();
  }

  /**
   * Whether a collection may be named: by a member, where one of its credentials has to do with it.
   */
  boolean knows(Collection collection) {
    return asker.member().isEmpty()
        || community.credentials().stream()
            .filter(this::isOwn)
            .flatMap(credential -> community.reader(credential.id()).stream())
            .anyMatch(
                reader ->
                    community.reads(reader, collection.id())
                        || community.writes(reader, collection.id()));
  }

  private boolean isOwn(Credential credential) {
    return asker.member().isEmpty() || asker.member().get().equals(credential.member());
  }

  /** The answer without what is the reader's own business, or that of another owner. */
  Explanation told(Credential reader, Explanation answer) {
    if (asker.member().isEmpty()) {
      return answer;
    }
    boolean own = isOwn(reader);
    List<Explanation.Rule> rules =
        answer.rules().stream().map(rule -> told(own, rule)).distinct().toList();
    List<String> would =
        rules.stream()
            .filter(rule -> rule.result().equals(Explanation.DENY))
            .filter(rule -> !rule.rule().equals(ELSEWHERE))
            .map(Explanation::wouldChange)
            .distinct()
            .toList();
    return new Explanation(
        answer.permit(), told(reader, answer.decidedBy()), rules, answer.since(), would);
  }

  /** Of another's object, to which one's own refers, it is told whether it may be read. */
  private static Explanation.Rule told(boolean own, Explanation.Rule rule) {
    if (rule.rule().startsWith(Rule.REFERENCED)) {
      return new Explanation.Rule(rule.layer(), REFERRED, "its owner", rule.result());
    }
    return own || PRODUCERS.contains(rule.layer())
        ? rule
        : new Explanation.Rule(rule.layer(), ELSEWHERE, "hub", rule.result());
  }

  /** A reason, {@code layer: rule}. */
  String told(Credential reader, String reason) {
    int colon = reason.indexOf(':');
    if (asker.member().isEmpty() || colon < 0) {
      return reason;
    }
    String layer = reason.substring(0, colon);
    Explanation.Rule rule =
        new Explanation.Rule(layer, reason.substring(colon + 2), "", Explanation.DENY);
    return layer + ": " + told(isOwn(reader), rule).rule();
  }
}
