// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.stix.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;

/** Jackson's parsers, held to our limits instead of its own. */
public final class JsonParsers {
  private JsonParsers() {}

  /** A factory of parsers under limits. */
  public static JsonFactory factory(ObjectLimits limits) {
    StreamReadConstraints constraints =
        StreamReadConstraints.builder()
            .maxNestingDepth(limits.depth())
            .maxStringLength(limits.stringBytes())
            .maxNameLength(limits.stringBytes())
            .maxNumberLength(limits.numberBytes())
            .maxDocumentLength(limits.bytes())
            .build();
    return JsonFactory.builder().streamReadConstraints(constraints).build();
  }
}
