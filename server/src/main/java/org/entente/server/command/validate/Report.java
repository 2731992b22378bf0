// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.command.validate;

import java.util.List;
import org.entente.stix.type.Finding;

/** Tells of findings as they come. */
interface Report {
  /**
   * What was found in one object, or in what should have been one.
   *
   * @param place the file and the pointer to the object in it
   * @param id the object's id as sent, or empty
   * @param findings at least one
   */
  void found(Place place, String id, List<Finding> findings);

  /** Everything has been read. */
  void end(Count count);
}
