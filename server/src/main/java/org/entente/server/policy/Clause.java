// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.policy;

import java.util.List;
import java.util.Set;
import org.entente.server.resource.Credential;
import org.entente.server.resource.Member;
import org.entente.server.resource.Term;
import org.entente.stix.Tlp;

/** One closed condition, decidable on a reader's attributes alone. */
public sealed interface Clause {
  /** Whether the reader fulfils it. */
  boolean permits(Reader reader, Community community);

  /** What is judged, for people. */
  Rule rule(Reader reader, Community community);

  /** Its canonical form: one line, no tab. */
  String form();

  /** The reader's kind against the level (docs/sharing.md, TLP). */
  record Channel(Tlp level) implements Clause {
    @Override
    public boolean permits(Reader reader, Community community) {
      if (reader.credential().isEmpty()) {
        return level == Tlp.CLEAR;
      }
      return switch (level) {
        case CLEAR, RED -> true;
        case GREEN -> reader.credential().get().reader() != Credential.Reader.CLIENT_PUBLIC;
        case AMBER ->
            reader.inside() || reader.credential().get().reader() == Credential.Reader.CLIENT;
        case AMBER_STRICT -> reader.inside();
      };
    }

    @Override
    public Rule rule(Reader reader, Community community) {
      return new Rule("L1", "TLP:" + level.label() + " by reader kind", "marking");
    }

    @Override
    public String form() {
      return "channel " + level.label();
    }
  }

  /** What the recipient's agreement and the credential's ceiling cover. */
  record Handles(Tlp level) implements Clause {
    @Override
    public boolean permits(Reader reader, Community community) {
      if (reader.member().isEmpty() || reader.credential().isEmpty()) {
        return level == Tlp.CLEAR;
      }
      return !level.stricterThan(reader.member().get().handlesUpTo())
          && !level.stricterThan(reader.credential().get().ceiling());
    }

    @Override
    public Rule rule(Reader reader, Community community) {
      return new Rule("L4", "recipient handles " + level.label(), "member " + reader.id());
    }

    @Override
    public String form() {
      return "handles " + level.label();
    }
  }

  /** Nobody, for a reason. */
  record Never(String reason) implements Clause {
    @Override
    public boolean permits(Reader reader, Community community) {
      return false;
    }

    @Override
    public Rule rule(Reader reader, Community community) {
      return new Rule("L1", reason, "fail closed");
    }

    @Override
    public String form() {
      return "never " + reason;
    }
  }

  /**
   * The producer's address list, RED's recipients, or the collection's readers.
   *
   * @param level the object's level
   * @param to lists frozen into the object; all must hold; empty: what is bound counts
   * @param recipients lists frozen into the object, likewise
   * @param binding where what is bound is looked up
   */
  record Addressed(Tlp level, List<List<Term>> to, List<Set<String>> recipients, Binding binding)
      implements Clause {
    /** Puts lists into canonical order. */
    public Addressed {
      to = Forms.canonicalLists(to);
      recipients = Forms.canonicalSets(recipients);
    }

    @Override
    public boolean permits(Reader reader, Community community) {
      if (!community.reads(reader, binding.collection())) {
        return false;
      }
      Bound bound = community.bound(binding);
      if (level == Tlp.RED) {
        List<Set<String>> named = recipients.isEmpty() ? bound.recipients() : recipients;
        return !named.isEmpty() && named.stream().allMatch(set -> set.contains(reader.id()));
      }
      List<List<Term>> lists = to.isEmpty() ? bound.to() : to;
      if (reader.member().isEmpty()) {
        return lists.isEmpty() && bound.except().isEmpty();
      }
      Member member = reader.member().get();
      for (List<Term> list : lists) {
        if (!community.matchesAny(list, member)) {
          return false;
        }
      }
      return !member.orgKind().redistributes()
          || level.compareTo(Tlp.AMBER) < 0
          || lists.stream().anyMatch(list -> list.contains(new Term(Term.By.ORG, member.id())));
    }

    @Override
    public Rule rule(Reader reader, Community community) {
      if (!community.reads(reader, binding.collection())) {
        return new Rule("L2", "collection readable", "collection " + binding.collection());
      }
      Bound bound = community.bound(binding);
      String source =
          !to.isEmpty() || !recipients.isEmpty()
              ? "policy named with the object"
              : bound.sources().isEmpty()
                  ? "readers of the collection"
                  : "policies " + String.join(", ", bound.sources());
      return level == Tlp.RED
          ? new Rule("L1", "named recipient of RED", source)
          : new Rule("L3", "addressed", source);
    }

    @Override
    public String form() {
      return "addressed "
          + level.label()
          + ' '
          + Forms.lists(to)
          + ' '
          + Forms.sets(recipients)
          + ' '
          + binding.form();
    }
  }

  /**
   * Whom the producer leaves out, at any level.
   *
   * @param except terms frozen into the object
   * @param binding where what is bound is looked up
   */
  record Except(List<Term> except, Binding binding) implements Clause {
    /** Puts the terms into canonical order. */
    public Except {
      except = Forms.canonical(except);
    }

    @Override
    public boolean permits(Reader reader, Community community) {
      List<Term> live = community.bound(binding).except();
      if (reader.member().isEmpty()) {
        return except.isEmpty() && live.isEmpty();
      }
      Member member = reader.member().get();
      return !community.matchesAny(except, member) && !community.matchesAny(live, member);
    }

    @Override
    public Rule rule(Reader reader, Community community) {
      boolean frozen =
          reader.member().isPresent() && community.matchesAny(except, reader.member().get());
      return new Rule(
          "L3",
          "not left out by `except`",
          frozen
              ? "policy named with the object"
              : "policies " + String.join(", ", community.bound(binding).sources()));
    }

    @Override
    public String form() {
      return "except " + Forms.lists(List.of(except)) + ' ' + binding.form();
    }
  }

  /** Reads {@link #form()} back. */
  static Clause parse(String form) {
    String[] words = form.split(" ", -1);
    return switch (words[0]) {
      case "channel" -> new Channel(level(words[1]));
      case "handles" -> new Handles(level(words[1]));
      case "never" -> new Never(form.substring("never ".length()));
      case "addressed" ->
          new Addressed(
              level(words[1]),
              Forms.parseLists(words[2]),
              Forms.parseSets(words[3]),
              new Binding(words[4], words[5], words[6]));
      case "except" ->
          new Except(
              Forms.parseLists(words[1]).stream().flatMap(List::stream).toList(),
              new Binding(words[2], words[3], words[4]));
      default -> throw new IllegalArgumentException("no clause: `" + words[0] + "`");
    };
  }

  private static Tlp level(String label) {
    return Tlp.parse(label).orElseThrow();
  }
}
