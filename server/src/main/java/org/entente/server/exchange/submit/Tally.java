// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.exchange.submit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.entente.server.exchange.decide.Verdict;
import org.entente.server.taxii.FailureSummary;
import org.entente.server.taxii.StatusDetail;
import org.entente.server.taxii.StatusResource;
import org.entente.stix.StixObject;
import org.entente.stix.StixTimestamp;
import org.entente.stix.json.Problem;
import org.entente.stix.json.ReadResult;

/** What became of each object of a submission so far. */
final class Tally {
  private static final int MAX_LIST = 10_000;
  private static final int MAX_EXAMPLES = 100;
  private static final int MAX_SHOWN = 256;
  private static final String UNIDENTIFIED = "unidentified";

  private final String id;
  private final long requested;
  private final StatusDetail[] details;
  private final State[] states;
  private final String[] rules;

  private enum State {
    PENDING,
    SUCCESS,
    FAILURE
  }

  Tally(String id, long requested, int total) {
    this.id = id;
    this.requested = requested;
    details = new StatusDetail[total];
    states = new State[total];
    rules = new String[total];
    Arrays.fill(states, State.PENDING);
  }

  String id() {
    return id;
  }

  /** An object is known by name and is not decided yet. */
  void pending(int index, StixObject object) {
    details[index] = detail(object.id().toString(), object.version().text(), Optional.empty());
  }

  /** An object was refused before it was decided. */
  void refused(int index, ReadResult.Refused refused) {
    Problem first = refused.problems().get(0);
    String reasons =
        refused.problems().stream().map(Problem::toString).collect(Collectors.joining("; "));
    fail(
        index,
        refused.id().orElse(UNIDENTIFIED),
        refused.version().orElse(StixTimestamp.UNVERSIONED.text()),
        first.rule().code(),
        reasons);
  }

  /** An object was refused. */
  void refused(int index, StixObject object, String rule, String reason) {
    fail(index, object.id().toString(), object.version().text(), rule, reason);
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
      String objectId = verdict.id().toString();
      if (verdict.refusal().isPresent()) {
        fail(
            verdict.index(), objectId, verdict.version().text(), "version", verdict.refusal().get());
      } else {
        details[verdict.index()] = detail(objectId, verdict.version().text(), Optional.empty());
        states[verdict.index()] = State.SUCCESS;
      }
    }
  }

  /** The status as it stands. */
  StatusResource status() {
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
        bounded(successes),
        bounded(failures),
        bounded(pendings),
        failures.size() > MAX_LIST ? Optional.of(summary(failures)) : Optional.empty());
  }

  private static List<StatusDetail> bounded(List<StatusDetail> list) {
    return list.size() > MAX_LIST ? List.of() : list;
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
        list.add(details[i]);
      }
    }
    return list;
  }
}
