// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.exchange.decide;

import java.util.Set;

/** What the sharing rules know about object types. */
final class ObjectKinds {
  private static final Set<String> OBSERVABLE =
      Set.of(
          "artifact",
          "autonomous-system",
          "directory",
          "domain-name",
          "email-addr",
          "email-message",
          "file",
          "ipv4-addr",
          "ipv6-addr",
          "mac-addr",
          "mutex",
          "network-traffic",
          "process",
          "software",
          "url",
          "user-account",
          "windows-registry-key",
          "x509-certificate");

  private ObjectKinds() {}

  /** Whether objects of a type have no owner: everybody may bring the same one. */
  static boolean observable(String type) {
    return OBSERVABLE.contains(type);
  }
}
