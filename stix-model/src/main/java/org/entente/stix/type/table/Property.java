// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.stix.type.table;

import java.util.List;
import java.util.Optional;

/**
 * One property of a type.
 *
 * @param name its name
 * @param kind of its value, or of each item when it is a list
 * @param list whether the value is a list
 * @param presence whether it must be there
 * @param detail what its kind needs to know: the types or classes that a reference may lead to, the
 *     name of a vocabulary or part, the bounds of a number, the kinds of values of a dictionary
 * @param vocabulary of values or of keys, where there is one
 * @param range of a number, where there is one
 * @param section where the standard has it
 * @param common whether it is one of the common properties (§3.2)
 */
public record Property(
    String name,
    Kind kind,
    boolean list,
    Presence presence,
    List<String> detail,
    Optional<Vocabulary> vocabulary,
    Optional<Range> range,
    String section,
    boolean common) {

  /** Whether the property must be there. */
  public boolean required() {
    return presence == Presence.REQUIRED;
  }

  /** The same property where nothing is known to require it. */
  public Property optional() {
    return new Property(
        name, kind, list, Presence.OPTIONAL, detail, vocabulary, range, section, common);
  }

  /** The name of the part that the value, or each item, is, when it is one. */
  public Optional<String> part() {
    return kind == Kind.PART ? Optional.of(detail.get(0)) : Optional.empty();
  }

  /** The kind of the value as people read it: {@code list of timestamp}. */
  public String words() {
    return list ? "list of " + kind.word() : kind.word();
  }
}
