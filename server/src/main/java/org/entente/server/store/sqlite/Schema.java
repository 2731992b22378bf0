// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.store.sqlite;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import org.entente.server.store.StoreException;
import org.entente.server.store.StoreException.Reason;
import org.jspecify.annotations.Nullable;

/** The tables, and how older ones become them: numbered scripts, each run once. */
final class Schema {
  /** The newest script. */
  static final int NEWEST = 2;

  /** {@code Ente}, so that the file can be told from any other. */
  private static final int APPLICATION = 0x456e7465;

  private Schema() {}

  /** The scripts by their numbers. */
  @FunctionalInterface
  interface Scripts {
    String text(int number) throws IOException;
  }

  /** Runs the scripts that the file has not seen, all or none. */
  static void migrate(Session session) throws SQLException, IOException {
    migrate(session, NEWEST, Schema::script);
  }

  /** The same, up to a number. */
  static void migrate(Session session, int newest, Scripts scripts)
      throws SQLException, IOException {
    session.beginImmediate();
    try {
      int version = version(session);
      for (int next = version + 1; next <= newest; next++) {
        session.script(scripts.text(next));
        session.script("PRAGMA user_version=" + next);
      }
      if (version == 0) {
        session.script("PRAGMA application_id=" + APPLICATION);
      }
      session.commit();
    } catch (SQLException | IOException | StoreException failed) {
      session.rollback();
      throw failed;
    }
  }

  /** The number of the last script that the file has seen; refuses what is newer or not ours. */
  @CanIgnoreReturnValue
  static int version(Session session) throws SQLException {
    int version = (int) session.number("PRAGMA user_version", 0);
    long application = session.number("PRAGMA application_id", 0);
    boolean empty = session.number("SELECT count(*) FROM sqlite_schema", 0) == 0;
    if (!empty && application != APPLICATION) {
      throw new StoreException(Reason.DAMAGED, "the database is not one of an exchange", null);
    }
    if (version > NEWEST) {
      throw new StoreException(
          Reason.NEWER,
          "the database has schema "
              + version
              + " and this release knows schemas up to "
              + NEWEST
              + ": start the newer release",
          null);
    }
    return version;
  }

  private static String script(int number) throws IOException {
    String name = "db/V" + number + ".sql";
    try (@Nullable InputStream in = Schema.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IOException("the jar lacks " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
