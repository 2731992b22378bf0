// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.model;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.entente.server.resource.Document;

/** One thing that happens. Every step makes sense after any others, so that any may be left out. */
sealed interface Step {
  /** A member pushes. */
  record Push(String credential, String collection, List<String> policies, List<String> objects)
      implements Step {}

  /** A member deletes a version, or all of them. */
  record Delete(String credential, String collection, String id, Optional<String> version)
      implements Step {}

  /** Administrators change resources. */
  record Apply(List<Document> documents) implements Step {}

  /** A poller takes a page, and perhaps looks whether there is really nothing or something more. */
  record Poll(Poller poller, int limit, boolean doubt) implements Step {}

  /** A poller takes pages until there are no more. */
  record Drain(Poller poller, int limit) implements Step {}

  /** A poller asks once more for a page that it had so many pages ago, and goes on from there. */
  record Again(Poller poller, int back) implements Step {}

  /** A poller forgets everything. */
  record Rewind(Poller poller) implements Step {}

  /** Time passes. */
  record Advance(Duration time) implements Step {}

  /** The exchange stops and starts. */
  record Restart() implements Step {}

  /** Everything that a credential may read in a collection is read and asked for in every way. */
  record Inspect(String credential, String collection, Set<String> ids) implements Step {}

  /**
   * Somebody who follows a feed.
   *
   * @param number tells it from others of the same credential
   * @param types only these types; empty means all
   * @param all whether it wants older versions too
   */
  record Poller(int number, String credential, String collection, Set<String> types, boolean all) {
    boolean wants(String id) {
      return types.isEmpty() || types.contains(Thing.typeOf(id));
    }
  }
}
