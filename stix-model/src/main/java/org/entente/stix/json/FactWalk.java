// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.stix.json;

import java.util.Arrays;
import org.entente.stix.json.ObjectListener.Token;

/** Follows the structure of one object and hands its facts on; only the top level has kinds. */
final class FactWalk {

  private final Facts facts;
  private final Problems problems;

  /** For each depth the name of the member that the next value belongs to. */
  private String[] names = new String[16];

  /** For each depth whether the container there is an array. */
  private boolean[] lists = new boolean[16];

  private Role role = Role.OTHER;
  private boolean newObservable;

  /** Below this depth are external references, which refer to nothing here. */
  private int external = Integer.MAX_VALUE;

  private boolean marked;
  private boolean definitionKey;

  FactWalk(Facts facts, Problems problems) {
    this.facts = facts;
    this.problems = problems;
    Arrays.fill(names, "");
  }

  /** Whether an extension says that the object is a cyber-observable. */
  boolean newObservable() {
    return newObservable;
  }

  void token(Token token, TokenCursor at) {
    int depth = at.depth();
    switch (token) {
      case NAME -> name(depth, at.text());
      case START_OBJECT, START_ARRAY -> {
        value(token, depth, at);
        open(token == Token.START_ARRAY, depth);
      }
      case END_OBJECT, END_ARRAY -> close(depth, at);
      default -> value(token, depth, at);
    }
  }

  private void name(int depth, String name) {
    names[depth] = name;
    if (depth == 1) {
      role = Role.of(name);
    } else if (depth == 2 && role == Role.EXTENSIONS) {
      definitionKey = facts.extension(name);
    } else if (depth == 3 && role == Role.GRANULAR) {
      marked |= name.equals("marking_ref") || name.equals("lang");
    }
  }

  private void open(boolean list, int depth) {
    int inner = depth + 1;
    if (inner == names.length) {
      names = Arrays.copyOf(names, 2 * inner);
      lists = Arrays.copyOf(lists, 2 * inner);
    }
    names[inner] = list && depth > 0 ? names[depth] : "";
    lists[inner] = list;
    if (depth > 0 && !lists[depth] && names[depth].equals("external_references")) {
      external = Math.min(external, depth);
    }
    if (depth == 2) {
      marked = false;
    }
  }

  private void close(int depth, TokenCursor at) {
    if (depth <= external) {
      external = Integer.MAX_VALUE;
    }
    if (depth == 2 && role == Role.GRANULAR && !lists[3] && !marked) {
      problems.here(Rule.MARKING, names[1], at, "the marking has neither `marking_ref` nor `lang`");
    }
  }

  private void value(Token token, int depth, TokenCursor at) {
    if (depth == 1) {
      topLevel(token, at);
    } else if (depth == 2 && lists[2]) {
      item(token, at);
    } else if (depth > 1) {
      nested(token, depth, at);
    }
    if (token == Token.STRING && !role.isAccountedFor() && facts.listsItsText()) {
      at.findIds(facts.textIds());
    }
  }

  private void topLevel(Token token, TokenCursor at) {
    if (role.fits(token)) {
      facts.value(role, names[1], token, at);
    } else {
      kind("`" + names[1] + "` must be ", at);
    }
  }

  private void item(Token token, TokenCursor at) {
    if (role.fitsItem(token)) {
      facts.item(role, names[1], token, at);
    } else {
      kind("`" + names[1] + "` must be ", at);
    }
  }

  private void kind(String what, TokenCursor at) {
    problems.here(Rule.KIND, names[1], at, what + role.kind());
  }

  private void nested(Token token, int depth, TokenCursor at) {
    String name = names[depth];
    if (role == Role.GRANULAR) {
      granular(token, depth, at);
    } else if (token == Token.STRING && depth > 1 && external > depth) {
      boolean reference = lists[depth] ? name.endsWith("_refs") : name.endsWith("_ref");
      if (reference && !name.equals("created_by_ref")) {
        facts.nestedReference(at.text());
      }
      if (depth == 3 && definitionKey && role == Role.EXTENSIONS && name.equals("extension_type")) {
        newObservable |= at.text().equals("new-sco");
      }
    }
  }

  private void granular(Token token, int depth, TokenCursor at) {
    if (depth == 3 && !lists[3] && names[3].equals("marking_ref")) {
      if (token == Token.STRING) {
        facts.granularMarking(names[1], at);
      } else {
        problems.here(Rule.KIND, names[1], at, "`marking_ref` must be a string");
      }
    }
  }
}
