// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.stix.type.table;

import java.util.List;

/**
 * What must hold between the properties of an object.
 *
 * @param test what is tested
 * @param properties the properties it is about, in the order that the test gives them meaning
 * @param strength how strongly it is demanded
 * @param rule the rule it belongs to
 */
public record Condition(Test test, List<String> properties, Strength strength, StixRule rule) {
  /** What can be tested. */
  public enum Test {
    /** At least one is there. */
    ANY("any"),
    /** Exactly one is there. */
    ONE("one"),
    /** All are there or none. */
    TOGETHER("together"),
    /** At least one property of the type's own, or an extension, is there. */
    OWN("own"),
    /** Where the first is there, so are the others. */
    NEEDS("needs"),
    /** Where the first is true, the others are there, or not there when written with {@code !}. */
    IF_TRUE("if-true"),
    /** The same where the first is false. */
    IF_FALSE("if-false"),
    /** The first, a time, is not before the second. */
    NOT_BEFORE("not-before"),
    /** The first, a time, is after the second. */
    AFTER("after");

    private final String word;

    Test(String word) {
      this.word = word;
    }

    static Test of(String word) {
      for (Test test : values()) {
        if (test.word.equals(word)) {
          return test;
        }
      }
      throw new IllegalArgumentException("no test: " + word);
    }

    /** As the table writes it: {@code not-before}. */
    public String word() {
      return word;
    }
  }
}
