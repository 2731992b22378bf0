// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.connector.feed.definition;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entente.connector.feed.expression.Condition;
import org.entente.connector.feed.expression.Expression;

/**
 * What records become that are so and so.
 *
 * @param when what they are like
 * @param target what they become
 */
public record MapRule(List<Condition> when, Target target) {

  /** What a record becomes. */
  public sealed interface Target {}

  /**
   * What objects of the domain share.
   *
   * @param name its name
   * @param description its description
   * @param labels its labels
   * @param created when the source had it first
   * @param references to what is outside
   */
  public record Common(
      Optional<Expression> name,
      Optional<Expression> description,
      List<Expression> labels,
      Optional<Expression> created,
      List<Reference> references) {}

  /**
   * A reference to what is outside.
   *
   * @param sourceName who has it
   * @param externalId its name there
   * @param url where it is
   * @param description what it is
   */
  public record Reference(
      Expression sourceName,
      Optional<Expression> externalId,
      Optional<Expression> url,
      Optional<Expression> description) {}

  /**
   * An indicator with its observable.
   *
   * @param common what domain objects share
   * @param observable what is to be seen
   * @param types its types
   * @param validFrom when it begins to hold
   * @param validity how long it holds
   * @param confidence 0 to 100, as text
   * @param malware what it indicates
   * @param emit what comes out
   */
  public record Indicator(
      Common common,
      Observable observable,
      List<String> types,
      Optional<Expression> validFrom,
      Validity validity,
      Optional<Expression> confidence,
      Optional<Malware> malware,
      Set<Part> emit)
      implements Target {}

  /** What comes out of an indicator. */
  public enum Part {
    INDICATOR,
    SCO,
    BASED_ON
  }

  /**
   * What is to be seen.
   *
   * @param type its type, or {@code ip} and {@code ip-port}
   * @param value its value
   * @param port its port
   * @param name of a file
   * @param hashes of a file or a certificate, by algorithm
   */
  public record Observable(
      String type,
      Optional<Expression> value,
      Optional<Expression> port,
      Optional<Expression> name,
      Map<String, Expression> hashes) {}

  /**
   * How long an indicator holds.
   *
   * @param by the field that decides
   * @param durations by its value, ISO 8601; under the empty value that for all others, which may
   *     be missing: then the observable's type decides
   */
  public record Validity(Optional<String> by, Map<String, String> durations) {}

  /**
   * A family of malware.
   *
   * @param name its name
   * @param aliases its other names
   * @param types its types
   */
  public record Malware(Expression name, Optional<Expression> aliases, List<String> types) {}

  /**
   * A vulnerability.
   *
   * @param common what domain objects share
   * @param action what is to be done about it
   * @param note what else is to be said of it
   */
  public record Vulnerability(Common common, Optional<Action> action, Optional<Note> note)
      implements Target {}

  /**
   * A course of action.
   *
   * @param name its name
   * @param description what is to be done
   */
  public record Action(Expression name, Expression description) {}

  /**
   * A note.
   *
   * @param summary its abstract
   * @param content its content
   */
  public record Note(Optional<Expression> summary, Expression content) {}
}
