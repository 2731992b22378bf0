// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.taxii.replay;

/** A client in the field: what it sends at each poll, and when it is done. */
interface FieldClient {
  /** How it is called, with what distinguishes this one. */
  String name();

  /** How many objects it asks for at once. */
  int limit();

  /** Whether it keeps a position, so that a second poll brings only what is new. */
  boolean remembers();

  /** One poll, from its first request to its last. */
  void poll(Feed feed) throws Exception;
}
