// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.connector.feed.map;

import java.util.List;
import org.entente.stix.build.BuiltObject;

/** What a record became. */
public sealed interface MapResult {
  /**
   * Objects, each before those that refer to it.
   *
   * @param objects at least one
   */
  record Objects(List<BuiltObject> objects) implements MapResult {}

  /** Nothing: the definition does not count such records. */
  record Passed() implements MapResult {}

  /**
   * Nothing: such a value must not be called malicious.
   *
   * @param reason in a sentence without full stop
   */
  record Dropped(String reason) implements MapResult {}

  /**
   * Nothing: the record is bad, and to be looked at.
   *
   * @param code what is wrong, the same word for equal faults: {@code record}, {@code unknown},
   *     {@code missing}, {@code value}, {@code time}, {@code number} or {@code invalid}
   * @param detail in a sentence without full stop
   */
  record Rejected(String code, String detail) implements MapResult {}
}
