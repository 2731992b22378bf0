// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.exchange.submit;

import java.util.List;
import org.entente.server.exchange.decide.Incoming;
import org.entente.stix.Reference;
import org.entente.stix.StixId;

/**
 * What is kept of an object until its turn comes: enough to put it in order and to find it again.
 * Of a large body there are as many as it has objects, so it holds nothing that the bytes say.
 *
 * @param index its place in the envelope, from 0
 * @param id the object
 * @param targets what it refers to
 * @param alone whether, being of a kind that is carried, nothing in its submission refers to it
 * @param offset where in the body its bytes begin
 * @param length how many they are
 */
record Outline(int index, StixId id, List<StixId> targets, boolean alone, long offset, int length) {
  /** Of an object that is in memory, wherever its bytes came from. */
  static Outline of(Incoming incoming) {
    List<StixId> targets = incoming.object().references().stream().map(Reference::target).toList();
    return new Outline(incoming.index(), incoming.object().id(), targets, incoming.alone(), 0, 0);
  }

  /** The same, known to be referred to or not. */
  Outline alone(boolean now) {
    return now == alone ? this : new Outline(index, id, targets, now, offset, length);
  }
}
