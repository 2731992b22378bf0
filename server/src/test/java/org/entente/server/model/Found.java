// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.model;

import java.util.ArrayList;
import java.util.List;

/** The versions behind one name, an id and a version, that a reader finds. */
final class Found {
  private final String key;
  private final List<Version> versions = new ArrayList<>();
  private boolean sure;

  Found(String key) {
    this.key = key;
  }

  void add(Version version, Past.Sure found) {
    versions.add(version);
    sure |= found == Past.Sure.YES;
  }

  String key() {
    return key;
  }

  String id() {
    return versions.get(0).id();
  }

  List<Version> versions() {
    return versions;
  }

  /** Whether the reader must find it, not only may. */
  boolean sure() {
    return sure;
  }

  boolean has(String json) {
    return versions.stream().anyMatch(version -> version.thing.json().equals(json));
  }
}
