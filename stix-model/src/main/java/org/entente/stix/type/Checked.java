// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.stix.type;

import java.util.List;
import java.util.stream.Stream;
import org.entente.stix.StixId;
import org.entente.stix.json.ReadResult;

/**
 * What checking an object came to.
 *
 * @param read its facts, or why it cannot be stored
 * @param findings everything that is to be said of it, in order, at most a hundred
 * @param extensions the extension-definitions that its {@code extensions} name, at most a thousand
 */
public record Checked(ReadResult read, List<Finding> findings, List<StixId> extensions) {
  /** The same, and what somebody else found. */
  public Checked with(List<Finding> more) {
    return new Checked(read, Stream.concat(findings.stream(), more.stream()).toList(), extensions);
  }

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
