// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.connector.feed.map;

/** Ends the mapping of a record. */
final class Rejection extends Exception {
  private static final long serialVersionUID = 1;

  private final transient MapResult result;

  private Rejection(MapResult result) {
    super(null, null, false, false);
    this.result = result;
  }

  static Rejection of(String code, String detail) {
    return new Rejection(new MapResult.Rejected(code, detail));
  }

  static Rejection dropped(String reason) {
    return new Rejection(new MapResult.Dropped(reason));
  }

  MapResult result() {
    return result;
  }

  /** A value of a record, for a sentence. */
  static String shown(String value) {
    String line = value.replaceAll("\\p{Cntrl}", " ");
    return "`" + (line.length() <= 200 ? line : line.substring(0, 200) + "…") + "`";
  }
}
