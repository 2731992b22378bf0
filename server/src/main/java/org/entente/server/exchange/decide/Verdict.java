// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.exchange.decide;

import java.util.Optional;
import org.entente.stix.StixId;
import org.entente.stix.StixTimestamp;

/**
 * What became of one object.
 *
 * @param index its place in the envelope
 * @param id the object
 * @param version its version as sent
 * @param refusal why it was refused; empty when it is accepted or was there already
 * @param warning what its sender should know though it is accepted; empty when there is nothing
 * @param fresh whether it is new; never shown to the sender
 */
public record Verdict(
    int index,
    StixId id,
    StixTimestamp version,
    Optional<Refusal> refusal,
    Optional<String> warning,
    boolean fresh) {
  /** An object that is refused before it could be decided. */
  public static Verdict refused(Incoming incoming, Refusal refusal) {
    return new Verdict(
        incoming.index(),
        incoming.object().id(),
        incoming.object().version(),
        Optional.of(refusal),
        Optional.empty(),
        false);
  }
}
