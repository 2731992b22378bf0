// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.exchange.submit;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.entente.stix.StixObject;
import org.entente.stix.json.ReadResult;
import org.entente.stix.type.Checked;
import org.entente.stix.type.Finding;
import org.entente.stix.type.StorageRules;

/**
 * What is to be said of an object to its sender.
 *
 * @param id its id as sent, when it has one
 * @param version its version as sent, when it has one
 * @param rule what failures are summed up by
 * @param text in words: the errors if there are any, else the warnings
 */
record Remarks(Optional<String> id, Optional<String> version, String rule, String text) {
  private static final int MOST_ERRORS = 10;
  private static final int MOST_WARNINGS = 3;

  /** Pointers are made of names that may be as long as an object. */
  private static final int LONGEST = 500;

  /** What was found in an object, if anything was. */
  static Optional<Remarks> of(Checked checked) {
    List<Finding> findings = checked.findings();
    if (findings.isEmpty()) {
      return Optional.empty();
    }
    List<Finding> errors = findings.stream().filter(Finding::isError).toList();
    boolean refused = !errors.isEmpty();
    String rule = (refused ? errors : findings).get(0).rule().name();
    String text =
        refused ? listed(errors, MOST_ERRORS) : "warning: " + listed(findings, MOST_WARNINGS);
    if (checked.read() instanceof ReadResult.Refused read) {
      return Optional.of(new Remarks(read.id(), read.version(), rule, text));
    }
    StixObject object = ((ReadResult.Accepted) checked.read()).object();
    return Optional.of(
        new Remarks(
            Optional.of(object.id().toString()), Optional.of(object.version().text()), rule, text));
  }

  /** An item that is no object, or one beyond the limits. */
  static Remarks of(ReadResult.Refused refused) {
    List<Finding> findings = refused.problems().stream().map(StorageRules::finding).toList();
    String rule = findings.get(0).rule().name();
    return new Remarks(refused.id(), refused.version(), rule, listed(findings, MOST_ERRORS));
  }

  /** An object that the collection does not take. */
  static Remarks of(StixObject object, Door.Closed closed) {
    return new Remarks(
        Optional.of(object.id().toString()),
        Optional.of(object.version().text()),
        closed.rule(),
        closed.reason());
  }

  private static String listed(List<Finding> findings, int most) {
    String listed =
        findings.stream().limit(most).map(Remarks::told).collect(Collectors.joining("; "));
    int more = findings.size() - most;
    return more > 0 ? listed + "; and " + more + " more" : listed;
  }

  private static String told(Finding finding) {
    String text = finding.toString();
    if (text.length() <= LONGEST) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
    return text.substring(0, end) + "… (" + finding.rule() + ")";
  }
}
