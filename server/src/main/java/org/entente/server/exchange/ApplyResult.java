// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.exchange;

import java.util.List;
import java.util.Optional;

/**
 * What a change does to readers.
 *
 * @param position of its commit; absent for a dry run and where nothing changes
 * @param sight who gains and who loses, by credential and collection, those left out who do neither
 * @param pending ids of changes that wait for a second person
 */
public record ApplyResult(Optional<Long> position, List<Sight> sight, List<String> pending) {
  /**
   * How many heads of a collection a credential gains and loses.
   *
   * @param credential the credential's id
   * @param collection the collection's id
   * @param gains heads it may read afterwards and not before
   * @param loses heads it may read before and not afterwards
   */
  public record Sight(String credential, String collection, long gains, long loses) {}
}
