// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.connector.feed.run;

import java.io.IOException;
import org.entente.stix.build.BuiltObject;

/** Is told of a run as it goes. */
public interface RunListener {
  /** An object, each after those that it refers to. */
  void object(BuiltObject made) throws IOException;

  /** A bad record. */
  void quarantined(Quarantined bad) throws IOException;

  /** So many records have been read. */
  void progress(long records);
}
