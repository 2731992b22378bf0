// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.connector.taxii.push;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What became of the objects.
 *
 * @param success how many are stored or were already there
 * @param failure how many are not
 * @param failures some or all of those that are not
 * @param notes what was found in the files and hindered nothing
 */
public record PushResult(
    long success, long failure, List<PushFailure> failures, List<String> notes) {
  static final PushResult NOTHING = new PushResult(0, 0, List.of());

  private static final int MAX_NOTES = 100;

  /** What became of some objects. */
  PushResult(long success, long failure, List<PushFailure> failures) {
    this(success, failure, failures, List.of());
  }

  static PushResult noted(List<String> notes) {
    return new PushResult(0, 0, List.of(), notes);
  }

  /** More are counted and not listed. */
  private static final int MAX_LISTED = 10_000;

  static PushResult failed(List<PushFailure> failures) {
    return new PushResult(0, failures.size(), failures);
  }

  PushResult plus(PushResult other) {
    List<PushFailure> listed = failures;
    if (!other.failures.isEmpty() && failures.size() < MAX_LISTED) {
      List<PushFailure> both = new ArrayList<>(failures);
      int room = Math.min(MAX_LISTED - failures.size(), other.failures.size());
      both.addAll(other.failures.subList(0, room));
      listed = both;
    }
    List<String> noted =
        Stream.concat(notes.stream(), other.notes.stream()).limit(MAX_NOTES).toList();
    return new PushResult(success + other.success, failure + other.failure, listed, noted);
  }
}
