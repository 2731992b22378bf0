// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.admin;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What an administrator may do. None reads content. */
public enum Role {
  /** Changes resources and issues secrets. */
  HUB_ADMIN,
  /** Explains, and settles what waits. */
  HUB_CURATOR,
  /** Reads the audit log. */
  HUB_AUDITOR;

  static final Set<String> ANYBODY = labels(values());
  static final Set<String> ADMIN = labels(HUB_ADMIN);

  /** The words of some roles. */
  static Set<String> labels(Role... roles) {
    return Arrays.stream(roles).map(Role::label).collect(Collectors.toUnmodifiableSet());
  }

  /** The role of a word such as {@code hub-admin}, or empty. */
  public static Optional<Role> parse(String word) {
    return Arrays.stream(values()).filter(role -> role.label().equals(word)).findFirst();
  }

  /** The word that documents use. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
