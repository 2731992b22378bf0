// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.http.endpoint;

import java.util.ArrayList;
import java.util.List;
import org.entente.server.taxii.TaxiiFailure;

/** Reads {@code X-Exchange-Policy: ID[, ID…]}: the release policies that a sender picks. */
final class Policies {
  static final String HEADER = "X-Exchange-Policy";
  private static final int MOST = 20;
  private static final int LONGEST = 256;

  private Policies() {}

  static List<String> parse(List<String> lines) {
    List<String> ids = new ArrayList<>();
    for (String line : lines) {
      for (String element : line.split(",", MOST + 2)) {
        String id = element.strip();
        if (!id.isEmpty() && !ids.contains(id)) {
          ids.add(id);
        }
        if (ids.size() > MOST || id.length() > LONGEST) {
          throw new TaxiiFailure.Unprocessable(
                  "the header `" + HEADER + "` names more or longer ids than are taken")
              .exception();
        }
      }
    }
    return ids;
  }
}
