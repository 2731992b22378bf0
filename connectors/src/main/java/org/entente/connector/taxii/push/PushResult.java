// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.connector.taxii.push;

import java.util.ArrayList;
import java.util.List;

/**
 * What became of the objects.
 *
 * @param success how many are stored or were already there
 * @param failure how many are not
 * @param failures some or all of those that are not
 */
public record PushResult(long success, long failure, List<PushFailure> failures) {
  static final PushResult NOTHING = new PushResult(0, 0, List.of());

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
    return new PushResult(success + other.success, failure + other.failure, listed);
  }
}
