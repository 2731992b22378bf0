// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.store.sqlite;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.nio.file.Files;
import java.nio.file.Path;
import org.entente.server.store.StoreException;
import org.entente.server.store.StoreException.Reason;

/**
 * What the store has in a folder of data.
 *
 * @param data the folder
 */
record DataFiles(Path data) {
  Path database() {
    return data.resolve("entente.db");
  }

  Path lock() {
    return data.resolve("lock");
  }

  /** Where the driver unpacks its library. */
  Path temporary() {
    return data.resolve("tmp");
  }

  /** Where backups go that a server makes. */
  Path backups() {
    return data.resolve("backups");
  }

  /** The database, which must be there. */
  @CanIgnoreReturnValue
  Path existing() {
    if (!Files.isRegularFile(database())) {
      throw new StoreException(
          Reason.REFUSED, "there is no exchange in `" + data + "`: see --data", null);
    }
    return database();
  }
}
