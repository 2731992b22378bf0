// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.connector.taxii.push;

/**
 * An object that is not in the collection.
 *
 * @param id as sent, or {@code unidentified}
 * @param version its version, or empty
 * @param message why
 */
public record PushFailure(String id, String version, String message) {
  static PushFailure unidentified(String message) {
    return new PushFailure("unidentified", "", message);
  }
}
