// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.store.sqlite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.entente.server.store.StoreException;
import org.entente.server.store.StoreException.Reason;
import org.entente.server.store.Watch;

/** Whether a file is a sound database, whatever is in it. */
final class Integrity {
  private static final int CACHE_KIB = 64 * 1024;
  private static final int MOST = 100;

  private Integrity() {}

  /** What is wrong with the database of a folder that nobody uses; none when it is sound. */
  static List<String> damages(DataFiles data, Watch watch) throws IOException, SQLException {
    Path database = data.existing();
    try (DataLock lock = DataLock.take(data.data())) {
      Natives.unpackTo(lock.files());
      if (Files.size(database) == 0) {
        return List.of("the file is empty");
      }
      try (Session session = Session.reading(database, CACHE_KIB)) {
        Schema.version(session);
        return damages(session, watch);
      } catch (SQLException failed) {
        return List.of(damage(Failures.of(failed)));
      } catch (StoreException failed) {
        return List.of(damage(failed));
      }
    }
  }

  private static String damage(StoreException failed) {
    if (failed.reason() == Reason.DAMAGED) {
      return String.valueOf(failed.getMessage());
    }
    throw failed;
  }

  /** What SQLite finds wrong, at most so many. */
  static List<String> damages(Session session, Watch watch) throws SQLException {
    session.onProgress(() -> watch.progress("reading the file", 0, 0));
    List<String> found = new ArrayList<>();
    session.each(
        "PRAGMA integrity_check(" + MOST + ")",
        row -> row.getString(1).equals("ok") || found.add(row.getString(1)));
    session.each(
        "PRAGMA foreign_key_check",
        row -> found.add("a row of " + row.getString(1) + " refers to nothing"));
    return found;
  }
}
