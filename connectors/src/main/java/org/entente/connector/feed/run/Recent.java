// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.connector.feed.run;

import java.util.LinkedHashMap;
import java.util.Map;

/** Remembers what came last, up to a bound. */
final class Recent {
  private static final int MOST = 65_536;

  private final Map<String, Boolean> seen =
      new LinkedHashMap<>(1024, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
          return size() > MOST;
        }
      };

  /** Whether it was not there yet. */
  boolean add(String id) {
    return seen.put(id, true) == null;
  }
}
