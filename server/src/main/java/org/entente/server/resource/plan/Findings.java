// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.resource.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.entente.server.resource.Collection;
import org.entente.server.resource.Kind;
import org.entente.server.resource.Ref;
import org.entente.server.resource.Resource;
import org.entente.server.resource.Term;

/** Collects what does not hold together in a community, first of all names that nothing has. */
final class Findings {
  private final Whole whole;
  private final List<Collection> collections;
  private final List<Finding> found = new ArrayList<>();

  Findings(Whole whole) {
    this.whole = whole;
    this.collections = whole.all(Collection.class).toList();
  }

  List<Finding> found() {
    return List.copyOf(found);
  }

  void add(Resource resource, String pointer, String message) {
    found.add(new Finding(Ref.of(resource), pointer, message));
  }

  void need(Resource from, String pointer, Kind kind, String id) {
    if (!whole.has(kind, id)) {
      missing(from, pointer, kind, id);
    }
  }

  void missing(Resource from, String pointer, Kind kind, String name) {
    String what = kind.label().replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
    add(from, pointer, "there is no " + what + " `" + name + "`");
  }

  void needCollection(Resource from, String pointer, String name) {
    boolean known = collections.stream().anyMatch(c -> c.isNamed(name));
    if (!known && !whole.unsure(Kind.COLLECTION)) {
      missing(from, pointer, Kind.COLLECTION, name);
    }
  }

  void needTerms(Resource from, String pointer, List<Term> terms) {
    for (int i = 0; i < terms.size(); i++) {
      Term term = terms.get(i);
      String at = pointer + "/" + i + "/" + term.by().label();
      switch (term.by()) {
        case CIRCLE -> need(from, at, Kind.CIRCLE, term.value());
        case ORG -> need(from, at, Kind.MEMBER, term.value());
        case REGION -> need(from, at, Kind.REGION, term.value());
        default -> {
          // words
        }
      }
    }
  }
}
