// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.connector.feed.decode;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.entente.connector.feed.definition.DecodeSpec.Csv;
import org.jspecify.annotations.Nullable;

/**
 * Where columns stand.
 *
 * @param places the place of each, counting from 0
 * @param least how many cells a row needs
 */
record Columns(Map<String, Integer> places, int least) {
  /** As a definition has them, in its order. */
  static Columns positional(List<String> names) {
    Map<String, Integer> places = new HashMap<>();
    for (String name : names) {
      places.put(name, places.size());
    }
    return new Columns(places, names.size());
  }

  /** As a header has them, whatever the case; null when a column is not there: it is no header. */
  static @Nullable Columns named(List<String> cells, Csv spec) {
    Map<String, Integer> found = new HashMap<>();
    for (int i = 0; i < cells.size(); i++) {
      found.putIfAbsent(cells.get(i).strip().toLowerCase(Locale.ROOT), i);
    }
    Map<String, Integer> places = new HashMap<>();
    int last = 0;
    for (String name : spec.columns()) {
      Integer place = found.get(name.toLowerCase(Locale.ROOT));
      if (place == null) {
        return null;
      }
      places.put(name, place);
      last = Math.max(last, place);
    }
    for (String name : spec.optional()) {
      Integer place = found.get(name.toLowerCase(Locale.ROOT));
      if (place != null) {
        places.put(name, place);
      }
    }
    return new Columns(places, last + 1);
  }
}
