// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.stix.type;

import java.util.List;
import org.entente.stix.json.ReadResult;

/**
 * What checking an object came to.
 *
 * @param read its facts, or why it cannot be stored
 * @param findings everything that is to be said of it, in order, at most a hundred
 */
public record Checked(ReadResult read, List<Finding> findings) {
  /** Whether the object is to be refused. */
  public boolean refused() {
    return !(read instanceof ReadResult.Accepted) || findings.stream().anyMatch(Finding::isError);
  }

  /** The object's id as sent, or empty. */
  public String id() {
    return read instanceof ReadResult.Refused none
        ? none.id().orElse("")
        : ((ReadResult.Accepted) read).object().id().toString();
  }
}
