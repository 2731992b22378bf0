// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.observe.audit;

import java.io.IOException;
import org.erdtman.jcs.JsonCanonicalizer;

/** The one text of a JSON value (RFC 8785), so that hashes and signatures outlive a parser. */
public final class CanonicalJson {
  private CanonicalJson() {}

  /**
   * The canonical text.
   *
   * @throws IllegalArgumentException if the text is no JSON
   */
  public static String of(String json) {
    try {
      return new JsonCanonicalizer(json).getEncodedString();
    } catch (IOException wrong) {
      throw new IllegalArgumentException("this is no JSON", wrong);
    }
  }
}
