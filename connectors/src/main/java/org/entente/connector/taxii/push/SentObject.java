// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.connector.taxii.push;

import org.entente.stix.StixObject;
import org.entente.stix.json.ObjectLimits;
import org.entente.stix.json.ObjectReader;
import org.entente.stix.json.ReadResult;

/**
 * An object and what it is called.
 *
 * @param id as sent, or {@code unidentified}
 * @param version as sent, or empty
 * @param json its bytes
 */
record SentObject(String id, String version, byte[] json) {
  /** Reads the name, also of an object that is not valid. */
  static SentObject of(byte[] json) {
    ReadResult read = new ObjectReader(ObjectLimits.DEFAULT).read(json);
    if (read instanceof ReadResult.Refused refused) {
      return new SentObject(
          refused.id().orElse("unidentified"), refused.version().orElse(""), json);
    }
    StixObject known = ((ReadResult.Accepted) read).object();
    return new SentObject(known.id().toString(), known.version().text(), json);
  }

  PushFailure failure(String reason) {
    return new PushFailure(id, version, reason);
  }
}
