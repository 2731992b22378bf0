// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.stix.build;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.entente.stix.pattern.BooleanOperator;
import org.entente.stix.pattern.ComparisonExpression;
import org.entente.stix.pattern.ComparisonExpression.Comparison;
import org.entente.stix.pattern.Literal;
import org.entente.stix.pattern.ObjectPath;
import org.entente.stix.pattern.ObservationExpression;
import org.entente.stix.pattern.ObservationExpression.Observation;

/** The patterns that most indicators have; others are made of {@link ObservationExpression}s. */
public final class Patterns {
  private Patterns() {}

  /**
   * An observable with a value: {@code [domain-name:value = 'example.com']}.
   *
   * @param type the observable's type
   * @param value its {@code value}, as it is: what must be escaped is
   */
  public static ObservationExpression value(String type, String value) {
    return new Observation(Comparison.equal(ObjectPath.of(type, "value"), new Literal.Text(value)));
  }

  /**
   * A file with one of some hashes: {@code [file:hashes.MD5 = '...' OR file:hashes.'SHA-256' =
   * '...']}.
   *
   * @param hashes one or more by algorithm, which is named as the standard does
   */
  public static ObservationExpression file(Map<String, String> hashes) {
    List<ComparisonExpression> each =
        new TreeMap<>(hashes)
            .entrySet().stream()
                .<ComparisonExpression>map(
                    hash ->
                        Comparison.equal(
                            ObjectPath.of("file", "hashes", hash.getKey()),
                            new Literal.Text(hash.getValue())))
                .toList();
    return new Observation(
        each.size() == 1 ? each.get(0) : new ComparisonExpression.Joined(BooleanOperator.OR, each));
  }
}
