// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.command.validate;

/**
 * Where an object stands.
 *
 * @param file as it was named
 * @param value which of the file's values it is in, from 1
 * @param pointer from that value, as a JSON pointer; empty for the value itself
 */
record Place(String file, long value, String pointer) {
  /** The place of something within the object. */
  String to(String inner) {
    String first = value > 1 ? file + ":" + value : file;
    String whole = pointer + inner;
    return whole.isEmpty() ? first : first + ":" + whole;
  }
}
