// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.command;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A rule and its result in one sentence, since a rule's name alone reads as if it held.
 *
 * @param rule the rule's name, as the exchange says it
 * @param permitted what it means that the rule holds
 * @param denied what it means that it does not
 */
record RuleWords(Pattern rule, String permitted, String denied) {
  private static final List<RuleWords> ALL =
      List.of(
          of("addressed", "addressed to this reader", "not addressed to this reader"),
          of(
              "not left out by `except`",
              "no `except` leaves this reader out",
              "an `except` leaves this reader out"),
          of(
              "(TLP:\\S+) by reader kind",
              "$1 reaches this kind of reader",
              "$1 does not reach this kind of reader"),
          of("named recipient of RED", "named as a recipient", "not named as a recipient of RED"),
          of("recipient handles (\\S+)", "recipient handles $1", "recipient does not handle $1"),
          of("member is active", "member is active", "member is not active"),
          of(
              "collection readable",
              "may read the collection",
              "may not read or use the collection"),
          of(
              "the object has a live version here",
              "a version of the object is here",
              "no version of the object is here"),
          of(
              "within the history that is shown",
              "within the history that is shown",
              "older than the history that is shown"),
          of(
              "the latest version is readable",
              "sees the latest version",
              "does not see the latest version"));

  private static RuleWords of(String rule, String permitted, String denied) {
    return new RuleWords(Pattern.compile(rule), permitted, denied);
  }

  /**
   * The sentence.
   *
   * @param text a rule's name, perhaps behind its layer and a colon
   * @param permit whether the rule holds
   * @return the text as it is when the rule is not known
   */
  static String say(String text, boolean permit) {
    int colon = text.lastIndexOf(": ");
    int start = colon < 0 ? 0 : colon + 2;
    String name = text.substring(start);
    for (RuleWords words : ALL) {
      Matcher rule = words.rule.matcher(name);
      if (rule.matches()) {
        String sentence = rule.replaceFirst(permit ? words.permitted : words.denied);
        return text.substring(0, start) + sentence;
      }
    }
    return text;
  }
}
