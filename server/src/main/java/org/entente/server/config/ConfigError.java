// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.config;

/**
 * One thing that is wrong with the configuration.
 *
 * @param place the file and the line, or the environment variable
 * @param key the setting, dotted
 * @param reason what is wrong with it; never a secret
 */
public record ConfigError(String place, String key, String reason) {
  @Override
  public String toString() {
    return key.isEmpty() ? place + ": " + reason : place + ": " + key + ": " + reason;
  }
}
