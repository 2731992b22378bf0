// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.connector.taxii.push;

import java.util.List;
import java.util.stream.Stream;

/**
 * What became of the objects.
 *
 * @param success how many are stored or were already there
 * @param failure how many are not
 * @param failures some or all of those that are not
 * @param warnings some or all of what the server said of objects that it took
 * @param warned of how many objects it said something
 * @param notes what was found in the files and hindered nothing
 */
public record PushResult(
    long success,
    long failure,
    List<PushFailure> failures,
    List<PushWarning> warnings,
    long warned,
    List<String> notes) {
  static final PushResult NOTHING = new PushResult(0, 0, List.of());

  private static final int MAX_NOTES = 100;

  /** What became of some objects. */
  PushResult(long success, long failure, List<PushFailure> failures) {
    this(success, failure, failures, List.of(), 0, List.of());
  }

  static PushResult noted(List<String> notes) {
    return new PushResult(0, 0, List.of(), List.of(), 0, notes);
  }

  static PushResult warned(List<PushWarning> warnings) {
    return new PushResult(0, 0, List.of(), warnings, warnings.size(), List.of());
  }

  /** More are counted and not listed. */
  private static final int MAX_LISTED = 10_000;

  static PushResult failed(List<PushFailure> failures) {
    return new PushResult(0, failures.size(), failures);
  }

  PushResult plus(PushResult other) {
    return new PushResult(
        success + other.success,
        failure + other.failure,
        both(failures, other.failures, MAX_LISTED),
        both(warnings, other.warnings, MAX_LISTED),
        warned + other.warned,
        both(notes, other.notes, MAX_NOTES));
  }

  private static <T> List<T> both(List<T> list, List<T> more, int most) {
    return more.isEmpty() || list.size() >= most
        ? list
        : Stream.concat(list.stream(), more.stream()).limit(most).toList();
  }
}
