// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.store.sqlite;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.ProgressHandler;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteOpenMode;

/** One connection with its prepared statements; used by one thread at a time. */
final class Session implements AutoCloseable {
  /** The size of a page of the file. */
  static final int PAGE_BYTES = 4096;

  /** How long another connection is waited for. */
  static final int BUSY_MS = 10_000;

  /** How many of SQLite's own operations lie between two looks at the progress. */
  private static final int OPERATIONS = 1_000_000;

  private static final Logger LOG = LoggerFactory.getLogger(Session.class);

  private final Connection connection;
  private final Map<String, PreparedStatement> prepared = new HashMap<>();

  private Session(Connection connection) {
    this.connection = connection;
  }

  /** A row's worth of columns, read from 1. */
  @FunctionalInterface
  interface Mapper<T> {
    T map(ResultSet row) throws SQLException;
  }

  /** Looks at one row; false ends the reading. */
  @FunctionalInterface
  interface Visitor {
    boolean visit(ResultSet row) throws SQLException;
  }

  /** Opens for writing; makes the file when there is none. */
  static Session writing(Path file, int cacheKib) throws SQLException {
    SQLiteConfig config = plain();
    Session session = new Session(config.createConnection("jdbc:sqlite:" + file.toAbsolutePath()));
    session.set("PRAGMA page_size=" + PAGE_BYTES);
    session.set("PRAGMA journal_mode=WAL");
    session.set("PRAGMA synchronous=FULL");
    session.set("PRAGMA fullfsync=1");
    session.set("PRAGMA checkpoint_fullfsync=1");
    session.set("PRAGMA wal_autocheckpoint=0");
    session.tune(cacheKib);
    return session;
  }

  /** Opens for reading alone. */
  static Session reading(Path file, int cacheKib) throws SQLException {
    SQLiteConfig config = plain();
    config.resetOpenMode(SQLiteOpenMode.CREATE);
    Session session = new Session(config.createConnection("jdbc:sqlite:" + file.toAbsolutePath()));
    session.tune(cacheKib);
    session.set("PRAGMA query_only=1");
    return session;
  }

  /** Opens a file that nobody writes to, and leaves nothing beside it. */
  static Session immutable(Path file, int cacheKib) throws SQLException {
    SQLiteConfig config = plain();
    config.setReadOnly(true);
    String url = "jdbc:sqlite:" + file.toAbsolutePath().toUri() + "?immutable=1";
    Session session = new Session(config.createConnection(url));
    session.tune(cacheKib);
    return session;
  }

  /** The driver asks for the last row's number after each insert unless told not to. */
  private static SQLiteConfig plain() {
    SQLiteConfig config = new SQLiteConfig();
    config.setGetGeneratedKeys(false);
    return config;
  }

  private void tune(int cacheKib) throws SQLException {
    set("PRAGMA busy_timeout=" + BUSY_MS);
    set("PRAGMA temp_store=MEMORY");
    set("PRAGMA trusted_schema=0");
    set("PRAGMA cache_size=-" + cacheKib);
  }

  /** Is told every now and then, while a statement runs, that it does. */
  void onProgress(Runnable told) throws SQLException {
    ProgressHandler.setHandler(
        connection,
        OPERATIONS,
        new ProgressHandler() {
          @Override
          protected int progress() {
            told.run();
            return 0;
          }
        });
  }

  /** Sets something of the connection. */
  void set(String pragma) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(pragma);
    }
  }

  /** Runs statements that are not worth preparing. */
  void script(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.executeUpdate(sql);
    }
  }

  void begin() throws SQLException {
    run("BEGIN");
  }

  void beginImmediate() throws SQLException {
    run("BEGIN IMMEDIATE");
  }

  void commit() throws SQLException {
    run("COMMIT");
  }

  /** Ends a transaction whatever state it is in. */
  void rollback() {
    try {
      run("ROLLBACK");
    } catch (SQLException ended) {
      // SQLite has rolled back by itself, as it does when the disk is full.
    }
  }

  private void run(String sql) throws SQLException {
    use(sql, PreparedStatement::execute);
  }

  /** Writes, and says how many rows were changed. */
  @CanIgnoreReturnValue
  int update(String sql, @Nullable Object... values) throws SQLException {
    return use(sql, PreparedStatement::executeUpdate, values);
  }

  void each(String sql, Visitor visitor, @Nullable Object... values) throws SQLException {
    query(
        sql,
        rows -> {
          boolean more = true;
          while (more && rows.next()) {
            more = visitor.visit(rows);
          }
          return more;
        },
        values);
  }

  <T> List<T> list(String sql, Mapper<T> mapper, @Nullable Object... values) throws SQLException {
    List<T> all = new ArrayList<>();
    each(sql, row -> all.add(mapper.map(row)), values);
    return all;
  }

  @CanIgnoreReturnValue
  <T> Optional<T> one(String sql, Mapper<T> mapper, @Nullable Object... values)
      throws SQLException {
    return query(
        sql, rows -> rows.next() ? Optional.of(mapper.map(rows)) : Optional.empty(), values);
  }

  /** A number, or the fallback when there is no row or it holds null. */
  long number(String sql, long fallback, @Nullable Object... values) throws SQLException {
    return query(
        sql,
        rows -> {
          if (!rows.next()) {
            return fallback;
          }
          long value = rows.getLong(1);
          return rows.wasNull() ? fallback : value;
        },
        values);
  }

  /** What is done with a statement that is bound. */
  @FunctionalInterface
  private interface Use<T> {
    T on(PreparedStatement statement) throws SQLException;
  }

  @CanIgnoreReturnValue
  private <T> T query(String sql, Mapper<T> reading, @Nullable Object... values)
      throws SQLException {
    return use(
        sql,
        statement -> {
          try (ResultSet rows = statement.executeQuery()) {
            return reading.map(rows);
          }
        },
        values);
  }

  /** A statement that has failed is of no use any more: the driver may have closed it. */
  @CanIgnoreReturnValue
  private <T> T use(String sql, Use<T> use, @Nullable Object... values) throws SQLException {
    try {
      return use.on(bind(sql, values));
    } catch (SQLException failed) {
      forget(sql);
      throw failed;
    }
  }

  private void forget(String sql) {
    try (@Nullable PreparedStatement failed = prepared.remove(sql)) {
      LOG.debug("a statement failed: {}", failed == null ? "unknown" : sql);
    } catch (SQLException closed) {
      LOG.debug("a statement that failed could not be closed", closed);
    }
  }

  private PreparedStatement bind(String sql, @Nullable Object... values) throws SQLException {
    PreparedStatement statement = prepare(sql);
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
    return statement;
  }

  private PreparedStatement prepare(String sql) throws SQLException {
    PreparedStatement known = prepared.get(sql);
    if (known == null) {
      known = connection.prepareStatement(sql);
      prepared.put(sql, known);
    }
    return known;
  }

  @Override
  public void close() throws SQLException {
    for (PreparedStatement statement : prepared.values()) {
      statement.close();
    }
    connection.close();
  }
}
