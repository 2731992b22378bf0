// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.connector.taxii;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How a page ended; its objects went to the {@link ObjectSink}.
 *
 * @param objects how many objects it had
 * @param refused what cannot be handed on, a sentence each, the first hundred
 * @param more whether there is more
 * @param next the server's token for what follows
 * @param added when its first and last object were added
 * @param answered the server's own time, or the client's when it gives none
 */
public record Page(
    int objects,
    List<String> refused,
    boolean more,
    Optional<String> next,
    Added added,
    Instant answered) {
  /**
   * The {@code X-TAXII-Date-Added} headers (TAXII 2.1 §3.2), each only when it is a timestamp.
   *
   * @param first of the page's first object
   * @param last of the page's last object
   */
  public record Added(Optional<String> first, Optional<String> last) {}
}
