// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.config;

/** Where the exchange keeps what it knows ({@code store.uri}). */
public sealed interface StoreUri {
  /** The embedded store, a file of the data folder. */
  record Sqlite() implements StoreUri {}

  /**
   * A MongoDB replica set.
   *
   * @param uri the connection string, secret because it may carry a password
   */
  record Mongo(Secret uri) implements StoreUri {}

  /**
   * Reads a URI.
   *
   * @throws IllegalArgumentException naming no part of the URI
   */
  static StoreUri parse(String text) {
    if (text.equals("sqlite:")) {
      return new Sqlite();
    }
    if (text.startsWith("mongodb://") || text.startsWith("mongodb+srv://")) {
      return new Mongo(Secret.of(text));
    }
    throw new IllegalArgumentException(
        "is neither `sqlite:` nor begins with `mongodb://` or `mongodb+srv://`");
  }
}
