// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.model;

/** What was done, to be printed. */
final class Tally {
  int histories;
  int polls;
  int delivered;
  int pushed;
  int explained;

  @Override
  public String toString() {
    return String.format(
        "%d histories, %d objects pushed, %d polls, %d objects delivered, %d decisions explained",
        histories, pushed, polls, delivered, explained);
  }
}
