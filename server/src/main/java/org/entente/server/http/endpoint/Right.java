// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.http.endpoint;

/** What an endpoint needs of a collection. */
public enum Right {
  /** To know of it. */
  NONE,
  READ,
  WRITE,
  /** To read and to write. */
  BOTH
}
