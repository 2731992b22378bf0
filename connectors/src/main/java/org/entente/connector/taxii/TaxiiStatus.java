// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.connector.taxii;

import java.util.List;

/**
 * What became of a submission (TAXII 2.1 §4.3).
 *
 * @param id of the status
 * @param complete whether everything in it is settled
 * @param total how many objects were submitted
 * @param success how many are stored or were already there
 * @param failure how many are refused
 * @param pending how many are not settled yet
 * @param successes those that are stored or were already there; may be shorter than {@code success}
 * @param failures the refused ones; may be shorter than {@code failure} when the server leaves the
 *     list out
 */
public record TaxiiStatus(
    String id,
    boolean complete,
    long total,
    long success,
    long failure,
    long pending,
    List<Detail> successes,
    List<Detail> failures) {
  /**
   * An object and what is to be said of it.
   *
   * @param id as sent, or what the server put in its place
   * @param version its version, or empty
   * @param message why it is refused or what is amiss, or empty
   */
  public record Detail(String id, String version, String message) {}

  private static final int MAX_MESSAGE = 1000;

  static TaxiiStatus of(Document document) {
    return new TaxiiStatus(
        document.text("id").orElse(""),
        document.required("status").equals("complete"),
        document.number("total_count").orElse(0),
        document.number("success_count").orElse(0),
        document.number("failure_count").orElse(0),
        document.number("pending_count").orElse(0),
        document.documents("successes").stream().map(TaxiiStatus::detail).toList(),
        document.documents("failures").stream().map(TaxiiStatus::detail).toList());
  }

  private static Detail detail(Document detail) {
    return new Detail(
        Printable.of(detail.text("id").orElse("unidentified"), MAX_MESSAGE),
        Printable.of(detail.text("version").orElse(""), MAX_MESSAGE),
        Printable.of(detail.text("message").orElse(""), MAX_MESSAGE));
  }
}
