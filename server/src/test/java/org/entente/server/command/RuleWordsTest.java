// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleWordsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "addressed | true | addressed to this reader",
        "L3: addressed | false | L3: not addressed to this reader",
        "not left out by `except` | true | no `except` leaves this reader out",
        "not left out by `except` | false | an `except` leaves this reader out",
        "L1: TLP:AMBER+STRICT by reader kind | false | L1: TLP:AMBER+STRICT does not reach this kind of reader",
        "L5: referenced object: recipient handles RED | false | L5: referenced object: recipient does not handle RED",
        "S4: own object | true | S4: own object",
        "a marking is not understood | false | a marking is not understood"
      })
  void say_aRuleAndItsResult_isOneSentence(String rule, boolean permit, String sentence) {
    assertThat(RuleWords.say(rule, permit)).isEqualTo(sentence);
  }
}
