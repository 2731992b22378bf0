// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.connector.feed.decode;

import java.io.IOException;

/** Takes records as they are read. */
@FunctionalInterface
public interface RecordSink {
  /** Takes one. */
  void take(RawRecord next) throws IOException;
}
