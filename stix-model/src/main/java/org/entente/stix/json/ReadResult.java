// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.stix.json;

import java.util.List;
import java.util.Optional;
import org.entente.stix.StixObject;

/** What reading one object came to. */
public sealed interface ReadResult {
  /**
   * The object can be stored.
   *
   * @param object its facts and its bytes
   */
  record Accepted(StixObject object) implements ReadResult {}

  /**
   * The object cannot be stored.
   *
   * @param id {@code id} as sent, cut at 256 characters, when it is a string
   * @param version {@code modified}, else {@code created}, as sent, cut alike, when it is a string
   * @param problems every reason that was found, at least one, in the order of the bytes, bounded
   */
  record Refused(Optional<String> id, Optional<String> version, List<Problem> problems)
      implements ReadResult {}
}
