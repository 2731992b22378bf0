// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.stix.type;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.entente.stix.Lines;
import org.entente.stix.type.table.StixRule;

/** Objects that keep a rule, and objects that break it, alone or together, and nothing else. */
final class RuleSamples {
  private static final Pattern FAILS =
      Pattern.compile("(lenient|standard|strict) (error|warning) at (/.*?|the object): (.+)");

  private RuleSamples() {}

  /**
   * One object, or some that come one after the other.
   *
   * @param rule the rule that it is about
   * @param name what is special about it
   * @param expected profile, level and pointer when it breaks the rule
   * @param objects the objects
   */
  record Sample(StixRule rule, String name, Optional<Expected> expected, List<String> objects) {
    @Override
    public String toString() {
      return rule + " " + name;
    }
  }

  record Expected(Profile profile, Level level, String pointer) {}

  static Stream<Sample> all() {
    return Stream.of(StixRule.values()).flatMap(rule -> of(rule).stream());
  }

  /** The samples of a rule; none when there is no file of its name. */
  static List<Sample> of(StixRule rule) {
    List<Sample> samples = new ArrayList<>();
    String head = "";
    List<String> objects = new ArrayList<>();
    for (String line : Lines.of(RuleSamples.class, "rules/" + rule + ".txt")) {
      if (line.startsWith("{")) {
        objects.add(line);
      } else if (!line.isBlank()) {
        if (!objects.isEmpty()) {
          samples.add(sample(rule, head, objects));
        }
        head = line;
        objects = new ArrayList<>();
      }
    }
    if (!objects.isEmpty()) {
      samples.add(sample(rule, head, objects));
    }
    return samples;
  }

  private static Sample sample(StixRule rule, String head, List<String> objects) {
    if (head.startsWith("pass: ")) {
      return new Sample(rule, head, Optional.empty(), objects);
    }
    Matcher fails = FAILS.matcher(head);
    if (!fails.matches()) {
      throw new IllegalArgumentException("neither passes nor fails: " + head);
    }
    String pointer = fails.group(3).replace("the object", "");
    Expected expected =
        new Expected(
            Profile.valueOf(fails.group(1).toUpperCase(Locale.ROOT)),
            Level.valueOf(fails.group(2).toUpperCase(Locale.ROOT)),
            pointer);
    return new Sample(rule, fails.group(4), Optional.of(expected), objects);
  }
}
