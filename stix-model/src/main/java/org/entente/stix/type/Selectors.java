// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.stix.type;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.entente.stix.json.ObjectListener;
import org.entente.stix.json.ObjectReader;
import org.entente.stix.json.ReadResult;
import org.entente.stix.type.Known.Text;
import org.entente.stix.type.table.StixRule;
import org.entente.stix.type.table.Strength;

/** The selectors of granular markings (§7.2.3), for which an object is read once more. */
final class Selectors {
  private static final Pattern SELECTOR =
      Pattern.compile("[A-Za-z0-9_-]{1,250}+([.](\\[[0-9]{1,9}+\\]|[A-Za-z0-9_-]{1,250}+))*+");

  private final ObjectReader reader;
  private final Place place;
  private final Known known;

  Selectors(ObjectReader reader, Place place, Known known) {
    this.reader = reader;
    this.place = place;
    this.known = known;
  }

  /** Checks the selectors of the object that was read last. */
  void check(byte[] bytes) {
    if (known.selectors().isEmpty()) {
      return;
    }
    List<Text> open = new ArrayList<>();
    for (Text selector : known.selectors()) {
      if (SELECTOR.matcher(selector.text()).matches()) {
        open.add(selector);
      } else {
        find(selector, " is no selector such as `labels.[0]`");
      }
    }
    Paths paths = new Paths(new HashSet<>(open.stream().map(Text::text).toList()));
    if (!(reader.read(bytes, paths) instanceof ReadResult.Accepted)) {
      return;
    }
    for (Text selector : open) {
      if (!paths.found.contains(selector.text())) {
        find(selector, " selects nothing in this object");
      }
    }
  }

  private void find(Text selector, String reason) {
    Where where = new Where("selectors", "§7.2.3", selector.pointer());
    String quoted = Findings.quote(selector.text()) + reason;
    place.findings().add(selector.place(), StixRule.B40, Strength.MUST, where, quoted);
  }

  /** Goes through an object and meets what selectors select. */
  private static final class Paths implements ObjectListener {
    private final Set<String> wanted;
    private final Set<String> found = new HashSet<>();
    private final int longest;
    private final List<String> steps = new ArrayList<>();
    private final List<Integer> indexes = new ArrayList<>();

    Paths(Set<String> wanted) {
      this.wanted = wanted;
      longest =
          (int)
              wanted.stream()
                  .mapToLong(text -> text.chars().filter(c -> c == '.').count() + 1)
                  .max()
                  .orElse(0);
    }

    @Override
    public void token(Token token, Cursor at) {
      int depth = at.depth();
      switch (token) {
        case NAME -> set(depth, at.text());
        case END_OBJECT, END_ARRAY -> {}
        default -> value(token, depth);
      }
    }

    private void set(int depth, String step) {
      while (steps.size() <= depth) {
        steps.add("");
        indexes.add(-1);
      }
      steps.set(depth, step);
    }

    private void value(Token token, int depth) {
      if (depth > 0 && indexes.size() > depth && indexes.get(depth) >= 0) {
        set(depth, "[" + indexes.get(depth) + "]");
        indexes.set(depth, indexes.get(depth) + 1);
      }
      if (token == Token.START_OBJECT || token == Token.START_ARRAY) {
        set(depth + 1, "");
        indexes.set(depth + 1, token == Token.START_ARRAY ? 0 : -1);
      }
      if (depth > 0 && depth <= longest) {
        String path = String.join(".", steps.subList(1, depth + 1));
        if (wanted.contains(path)) {
          found.add(path);
        }
      }
    }
  }
}
