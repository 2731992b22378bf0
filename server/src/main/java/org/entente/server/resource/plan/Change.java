// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.resource.plan;

import java.util.List;
import java.util.Locale;
import org.entente.server.resource.Ref;

/**
 * What happens to one resource.
 *
 * @param ref its name
 * @param action what
 * @param fields the top-level fields that differ, in order; all that are set for a new one, none
 *     for one that goes
 */
public record Change(Ref ref, Action action, List<String> fields) {
  /** What happens. */
  public enum Action {
    CREATE,
    CHANGE,
    DELETE;

    /** The word that the API uses. */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
