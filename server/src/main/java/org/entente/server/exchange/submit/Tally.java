// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.exchange.submit;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.entente.server.exchange.decide.Incoming;
import org.entente.server.exchange.decide.Refusal;
import org.entente.server.exchange.decide.Verdict;
import org.entente.server.taxii.FailureSummary;
import org.entente.server.taxii.StatusDetail;
import org.entente.server.taxii.StatusResource;
import org.entente.stix.StixId;
import org.entente.stix.StixObject;
import org.entente.stix.StixTimestamp;
import org.jspecify.annotations.Nullable;

/** What became of each object of a submission so far. */
final class Tally {
  private static final int MAX_LIST = 10_000;
  private static final int MAX_EXAMPLES = 100;
  private static final int MAX_SHOWN = 256;
  private static final String UNIDENTIFIED = "unidentified";

  private final String id;
  private final long requested;

  /** Of those that are known by name and not refused: their details are made when asked for. */
  private final @Nullable StixId[] ids;

  private final @Nullable String[] versions;

  /** What was to be said of an object as it was, when it was refused or before a restart. */
  private final @Nullable StatusDetail[] details;

  private final State[] states;
  private final String[] rules;

  /** For each object what its sender should know though it is taken; null where nothing is. */
  private final @Nullable String[] warnings;

  private enum State {
    PENDING,
    SUCCESS,
    FAILURE
  }

  Tally(String id, long requested, int total) {
    this.id = id;
    this.requested = requested;
    ids = new @Nullable StixId[total];
    versions = new @Nullable String[total];
    details = new @Nullable StatusDetail[total];
    states = new State[total];
    rules = new String[total];
    warnings = new @Nullable String[total];
    Arrays.fill(states, State.PENDING);
  }

  private Tally(Tally other) {
    this(other.id, other.requested, other.details.length);
    System.arraycopy(other.ids, 0, ids, 0, ids.length);
    System.arraycopy(other.versions, 0, versions, 0, versions.length);
    System.arraycopy(other.details, 0, details, 0, details.length);
    System.arraycopy(other.states, 0, states, 0, states.length);
    System.arraycopy(other.rules, 0, rules, 0, rules.length);
    System.arraycopy(other.warnings, 0, warnings, 0, warnings.length);
  }

  /** Takes up a status that was kept {@link #whole()}. */
  static Tally resume(StatusResource kept, List<Incoming> left) {
    Tally tally = new Tally(kept.id(), kept.requested().orElse(0L), (int) kept.total());
    Deque<StatusDetail> pendings = new ArrayDeque<>(kept.pendings());
    for (Incoming incoming : left) {
      Optional<String> warning =
          Optional.ofNullable(pendings.poll()).flatMap(StatusDetail::message);
      StixObject object = incoming.object();
      tally.pending(incoming.index(), object.id(), object.version().text(), warning.orElse(null));
    }
    Deque<StatusDetail> failures = new ArrayDeque<>(kept.failures());
    Deque<StatusDetail> successes = new ArrayDeque<>(kept.successes());
    for (int i = 0; i < tally.details.length; i++) {
      if (tally.ids[i] == null) {
        boolean success = !successes.isEmpty();
        tally.details[i] = success ? successes.remove() : failures.remove();
        tally.states[i] = success ? State.SUCCESS : State.FAILURE;
        tally.rules[i] = "before";
      }
    }
    return tally;
  }

  String id() {
    return id;
  }

  StatusDetail detail(int index) {
    StatusDetail made = details[index];
    return made != null
        ? made
        : detail(
            String.valueOf(ids[index]),
            String.valueOf(versions[index]),
            Optional.ofNullable(warnings[index]));
  }

  boolean isPending(int index) {
    return states[index] == State.PENDING;
  }

  /** The same, with more objects decided. */
  Tally with(List<Verdict> verdicts) {
    Tally tally = new Tally(this);
    tally.decided(verdicts);
    return tally;
  }

  /** An object is known by name and is not decided yet; maybe there is a warning. */
  void pending(int index, StixId objectId, String version, @Nullable String warning) {
    ids[index] = objectId;
    versions[index] = version;
    warnings[index] = warning;
  }

  /** What the sender of an object should know if it is taken, in one line. */
  static Optional<String> joined(Optional<String> warning, Optional<String> more) {
    return more.isEmpty()
        ? warning
        : Optional.of(warning.map(before -> before + "; ").orElse("warning: ") + more.get());
  }

  /** An object was refused before it was decided. */
  void refused(int index, Remarks remarks) {
    fail(
        index,
        remarks.id().orElse(UNIDENTIFIED),
        remarks.version().orElse(StixTimestamp.UNVERSIONED.text()),
        remarks.rule(),
        remarks.text());
  }

  private void fail(int index, String objectId, String version, String rule, String reason) {
    String pointer = "/objects/" + index;
    String message = reason.startsWith("/") ? pointer + reason : pointer + ": " + reason;
    details[index] = detail(objectId, version, Optional.of(message));
    states[index] = State.FAILURE;
    rules[index] = rule;
  }

  private static StatusDetail detail(String id, String version, Optional<String> message) {
    return new StatusDetail(
        id.length() > MAX_SHOWN ? id.substring(0, MAX_SHOWN) : id, version, message);
  }

  /** Objects were decided. */
  void decided(List<Verdict> verdicts) {
    for (Verdict verdict : verdicts) {
      if (verdict.refusal().isPresent()) {
        Refusal why = verdict.refusal().get();
        String objectId = verdict.id().toString();
        fail(verdict.index(), objectId, verdict.version().text(), why.rule(), why.reason());
      } else {
        warnings[verdict.index()] =
            joined(Optional.ofNullable(warnings[verdict.index()]), verdict.warning()).orElse(null);
        states[verdict.index()] = State.SUCCESS;
      }
    }
  }

  /** The status as it stands, lists that are too long left out. */
  StatusResource status() {
    return status(MAX_LIST);
  }

  /** The status as it stands, all lists whole. */
  StatusResource whole() {
    return status(Integer.MAX_VALUE);
  }

  private StatusResource status(int max) {
    List<StatusDetail> successes = list(State.SUCCESS);
    List<StatusDetail> failures = list(State.FAILURE);
    List<StatusDetail> pendings = list(State.PENDING);
    return new StatusResource(
        id,
        pendings.isEmpty(),
        Optional.of(requested),
        details.length,
        successes.size(),
        failures.size(),
        pendings.size(),
        bounded(successes, max),
        bounded(failures, max),
        bounded(pendings, max),
        failures.size() > max ? Optional.of(summary(failures)) : Optional.empty());
  }

  private static List<StatusDetail> bounded(List<StatusDetail> list, int max) {
    return list.size() > max ? List.of() : list;
  }

  private FailureSummary summary(List<StatusDetail> failures) {
    Map<String, Long> byRule = new TreeMap<>();
    for (int i = 0; i < states.length; i++) {
      if (states[i] == State.FAILURE) {
        byRule.merge(rules[i], 1L, Long::sum);
      }
    }
    return new FailureSummary(byRule, failures.subList(0, MAX_EXAMPLES));
  }

  private List<StatusDetail> list(State state) {
    List<StatusDetail> list = new ArrayList<>();
    for (int i = 0; i < states.length; i++) {
      if (states[i] == state) {
        list.add(detail(i));
      }
    }
    return list;
  }
}
