// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.resource;

import java.util.Arrays;
import java.util.Optional;

/** The kinds of resources, in the order in which they depend on each other. */
public enum Kind {
  HUB_POLICY("HubPolicy", "hub-policy"),
  MEMBER("Member", "members"),
  CIRCLE("Circle", "circles"),
  REGION("Region", "regions"),
  AGREEMENT("Agreement", "agreements"),
  COLLECTION("Collection", "collections"),
  CREDENTIAL("Credential", "credentials"),
  RELEASE_POLICY("ReleasePolicy", "policies"),
  ADMINISTRATOR("Administrator", "administrators"),
  FEED("Feed", "feeds");

  private final String label;
  private final String path;

  Kind(String label, String path) {
    this.label = label;
    this.path = path;
  }

  /** The name that a document's {@code kind} has. */
  public String label() {
    return label;
  }

  /** The path segment under {@code /admin/v1/}. */
  public String path() {
    return path;
  }

  /** The kind of a label, or empty. */
  public static Optional<Kind> parse(String label) {
    return Arrays.stream(values()).filter(kind -> kind.label.equals(label)).findFirst();
  }
}
