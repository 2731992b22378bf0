// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.exchange.submit;

import java.util.Optional;
import org.entente.stix.StixObject;
import org.entente.stix.json.ReadResult;

/**
 * One item of an envelope: read, or refused already.
 *
 * @param index its place in the envelope, from 0
 * @param read what was read, unless it was refused
 * @param refused what is known of it and why, if it was
 */
record Candidate(int index, Optional<StixObject> read, Optional<ReadResult.Refused> refused) {
  static Candidate of(int index, ReadResult result) {
    return result instanceof ReadResult.Accepted accepted
        ? new Candidate(index, Optional.of(accepted.object()), Optional.empty())
        : new Candidate(index, Optional.empty(), Optional.of((ReadResult.Refused) result));
  }
}
