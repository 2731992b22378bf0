// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.exchange.decide;

import org.entente.stix.StixObject;

/**
 * An object on its way in, read and checked by itself.
 *
 * @param index its place in the envelope, from 0
 * @param object what was read
 * @param marking what kind of marking it defines, if it defines one
 * @param hash SHA-256 of its bytes
 * @param alone whether, being of a kind that is carried, nothing in its submission refers to it
 */
public record Incoming(
    int index, StixObject object, MarkingKind marking, byte[] hash, boolean alone) {
  /** The same, with nothing in its submission that refers to it. */
  public Incoming unreferred() {
    return new Incoming(index, object, marking, hash, true);
  }
}
