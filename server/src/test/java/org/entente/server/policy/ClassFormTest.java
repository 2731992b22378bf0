// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.entente.server.resource.Term;
import org.entente.stix.Tlp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Classes are interned and compared by their forms, so a form must say everything, in one way. */
class ClassFormTest {
  private static final List<String> NAMES = List.of("acme", "borealis", "b", "c-1", "d_2", "e.f");
  private static final int CLASSES = 2_000;

  private final Random random = new Random(20_261_125);

  @Test
  void parse_ofForm_isEqual() {
    for (int i = 0; i < CLASSES; i++) {
      AudienceClass audience = audience();
      assertThat(AudienceClass.parse(audience.form())).isEqualTo(audience);
      assertThat(AudienceClass.parse(audience.form()).form()).isEqualTo(audience.form());
    }
  }

  @Test
  void equals_otherOrderOfTheSame_isEqual() {
    for (int i = 0; i < CLASSES; i++) {
      AudienceClass audience = audience();
      AudienceClass shuffled = shuffled(audience);
      assertThat(shuffled).isEqualTo(audience);
      assertThat(shuffled.form()).isEqualTo(audience.form());
      assertThat(shuffled.implies(audience) && audience.implies(shuffled)).isTrue();
    }
  }

  @Test
  void implies_conjunction_impliesEach() {
    for (int i = 0; i < CLASSES; i++) {
      AudienceClass one = audience();
      AudienceClass other = new AudienceClass(one.owner(), audience().parts());
      AudienceClass both = AudienceClass.parse(one.and(other).form());
      assertThat(both.implies(one)).isTrue();
      assertThat(both.implies(other)).isTrue();
      assertThat(one.implies(both)).isEqualTo(one.parts().containsAll(other.parts()));
    }
  }

  @Test
  void seenThrough_twice_namesAllOwnersOnTheWay() {
    AudienceClass audience =
        new AudienceClass("a", List.of(new Part(List.of(), List.of(clause()))));
    AudienceClass carried = audience.carriedBy("b").carriedBy("c");
    assertThat(carried.owner()).isEqualTo("c");
    assertThat(carried.parts().get(0).owners()).containsExactly("a", "b");
    assertThat(AudienceClass.parse(carried.form())).isEqualTo(carried);
  }

  @Test
  void constructor_moreThanTwoHundredParts_isItsOwnersAlone() {
    List<Part> parts =
        IntStream.rangeClosed(0, AudienceClass.MAX_PARTS)
            .mapToObj(i -> new Part(List.of("o" + i), List.of(new Clause.Channel(Tlp.CLEAR))))
            .toList();
    AudienceClass fits = new AudienceClass("a", parts.subList(1, parts.size()));
    assertThat(fits.parts()).hasSize(AudienceClass.MAX_PARTS);
    AudienceClass cut = new AudienceClass("a", parts);
    assertThat(cut.parts()).hasSize(1);
    assertThat(cut.parts().get(0).permits(Reader.ANONYMOUS, new Community(1, List.of()))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a\n\tgossip",
        "a\n\tchannel BLUE",
        "a\n\tchannel",
        "a\n\taddressed AMBER - - acme/soc",
        "a\n\taddressed AMBER planet:mars - acme/soc c1 indicator",
      })
  void parse_notAForm_isRefused(String text) {
    assertThatThrownBy(() -> AudienceClass.parse(text)).isInstanceOf(RuntimeException.class);
  }

  private AudienceClass audience() {
    return new AudienceClass(name(), some(4, this::part));
  }

  private Part part() {
    List<Clause> clauses = new ArrayList<>(some(4, this::clause));
    clauses.add(clause());
    return new Part(some(3, this::name), clauses);
  }

  private Clause clause() {
    return switch (random.nextInt(5)) {
      case 0 -> new Clause.Channel(level());
      case 1 -> new Clause.Handles(level());
      case 2 -> new Clause.Never("a marking that is not known: " + name());
      case 3 ->
          new Clause.Addressed(level(), some(3, this::terms), some(3, this::names), binding());
      default -> new Clause.Except(some(4, this::term), binding());
    };
  }

  private Binding binding() {
    return new Binding(
        name() + "/" + name(), new java.util.UUID(1, random.nextInt(4)) + "", "tool");
  }

  private List<Term> terms() {
    List<Term> terms = new ArrayList<>(some(3, this::term));
    terms.add(term());
    return terms;
  }

  private Set<String> names() {
    Set<String> names = new LinkedHashSet<>(some(3, () -> name() + "/" + name()));
    names.add("a/b");
    return names;
  }

  private Term term() {
    return new Term(Term.By.values()[random.nextInt(Term.By.values().length)], name());
  }

  private Tlp level() {
    return Tlp.values()[random.nextInt(Tlp.values().length)];
  }

  private String name() {
    return NAMES.get(random.nextInt(NAMES.size()));
  }

  private <T> List<T> some(int upTo, java.util.function.Supplier<T> one) {
    return IntStream.range(0, random.nextInt(upTo)).mapToObj(i -> one.get()).toList();
  }

  private AudienceClass shuffled(AudienceClass audience) {
    return new AudienceClass(
        audience.owner(), mixed(audience.parts().stream().map(this::shuffled).toList()));
  }

  private Part shuffled(Part part) {
    return new Part(
        mixed(part.owners()), mixed(part.clauses().stream().map(this::shuffled).toList()));
  }

  private Clause shuffled(Clause clause) {
    if (clause instanceof Clause.Addressed a) {
      List<List<Term>> to = mixed(a.to().stream().map(this::mixed).toList());
      return new Clause.Addressed(a.level(), to, mixed(a.recipients()), a.binding());
    }
    return clause instanceof Clause.Except e
        ? new Clause.Except(mixed(e.except()), e.binding())
        : clause;
  }

  /** In another order, and some of it twice. */
  private <T> List<T> mixed(List<T> list) {
    List<T> mixed = new ArrayList<>(list);
    if (!list.isEmpty() && random.nextBoolean()) {
      mixed.add(list.get(0));
    }
    Collections.shuffle(mixed, random);
    return mixed;
  }
}
