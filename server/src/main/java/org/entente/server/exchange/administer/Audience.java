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
import org.entente.server.resource.Collection;
import org.entente.server.resource.Credential;
import org.entente.server.resource.Member;
import org.entente.server.store.StoredVersion;

/** What an asker may be told of readers and their sight. */
final class Audience {
  /** What the producer decides, and may hear whole: its own objects, markings and policies. */
  private static final Set<String> PRODUCERS = Set.of("S4", "G5", "G8", "L1", "L3", "L5");

  private static final String ELSEWHERE = "what the reader agreed to";

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

  /** The answer without what is the reader's own business. */
  Explanation told(Credential reader, Explanation answer) {
    if (isOwn(reader)) {
      return answer;
    }
    List<Explanation.Rule> rules = answer.rules().stream().map(Audience::told).distinct().toList();
    List<String> would =
        answer.wouldChange().stream()
            .filter(
                sentence ->
                    answer.rules().stream()
                        .filter(rule -> PRODUCERS.contains(rule.layer()))
                        .anyMatch(rule -> sentence.startsWith(rule.rule() + " ")))
            .toList();
    return new Explanation(answer.permit(), told(answer.decidedBy()), rules, answer.since(), would);
  }

  private static Explanation.Rule told(Explanation.Rule rule) {
    return PRODUCERS.contains(rule.layer())
        ? rule
        : new Explanation.Rule(rule.layer(), ELSEWHERE, "hub", rule.result());
  }

  /** A reason, {@code layer: rule}. */
  String told(Credential reader, String reason) {
    return isOwn(reader) ? reason : told(reason);
  }

  private static String told(String reason) {
    Optional<String> layer = PRODUCERS.stream().filter(p -> reason.startsWith(p + ":")).findFirst();
    int colon = reason.indexOf(':');
    return layer.isPresent() || colon < 0 ? reason : reason.substring(0, colon) + ": " + ELSEWHERE;
  }
}
