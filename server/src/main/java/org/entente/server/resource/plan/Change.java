// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.resource.plan;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.entente.server.resource.Document;
import org.entente.server.resource.Ref;
import org.entente.server.resource.load.Documents;

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

  /** A document in place of another, or of none. */
  public static Change of(Optional<Document> old, Document document) {
    Map<String, String> was = old.map(o -> Documents.fields(o.json())).orElse(Map.of());
    Map<String, String> is = Documents.fields(document.json());
    Set<String> names = new TreeSet<>(was.keySet());
    names.addAll(is.keySet());
    names.removeAll(Set.of("kind", "id"));
    names.removeIf(
        name -> Optional.ofNullable(was.get(name)).equals(Optional.ofNullable(is.get(name))));
    return new Change(
        document.ref(), old.isEmpty() ? Action.CREATE : Action.CHANGE, List.copyOf(names));
  }

  /** A resource goes. */
  public static Change deleted(Ref ref) {
    return new Change(ref, Action.DELETE, List.of());
  }
}
