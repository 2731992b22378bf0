// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.taxii;

import java.util.List;
import java.util.Map;

/**
 * What stands in place of a list of failures that is too long to be sent.
 *
 * @param byRule how many objects failed each rule
 * @param examples a few of them
 */
public record FailureSummary(Map<String, Long> byRule, List<StatusDetail> examples) {
  /** Copies what is given. */
  public FailureSummary {
    byRule = Map.copyOf(byRule);
    examples = List.copyOf(examples);
  }
}
