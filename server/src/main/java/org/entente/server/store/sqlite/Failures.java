// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.store.sqlite;

import java.io.IOException;
import java.sql.SQLException;
import org.entente.server.store.StoreException;
import org.entente.server.store.StoreException.Reason;

/** What went wrong, in the words of the store's interface. */
final class Failures {
  private static final int READONLY = 8;
  private static final int BUSY = 5;
  private static final int IOERR = 10;
  private static final int CORRUPT = 11;
  private static final int FULL = 13;
  private static final int CANTOPEN = 14;
  private static final int NOTADB = 26;

  private Failures() {}

  static StoreException of(Throwable cause) {
    if (cause instanceof StoreException known) {
      return known;
    }
    if (cause instanceof SQLException failed) {
      return ofSql(failed);
    }
    if (cause instanceof IOException failed) {
      String message = String.valueOf(failed.getMessage());
      return new StoreException(
          message.contains("No space left") ? Reason.FULL : Reason.UNAVAILABLE,
          "a file cannot be read or written: " + message,
          cause);
    }
    return new StoreException(
        Reason.INTERNAL, "a commit or query failed by a fault of ours", cause);
  }

  /** Only the low byte says what kind of failure it is; the rest says where. */
  private static StoreException ofSql(SQLException cause) {
    return switch (cause.getErrorCode() & 0xff) {
      case FULL, IOERR ->
          new StoreException(
              Reason.FULL, "the disk is full or does not take writes: free some space", cause);
      case CORRUPT, NOTADB ->
          new StoreException(
              Reason.DAMAGED,
              "the database is damaged: run `check`, then `restore` a backup",
              cause);
      case BUSY ->
          new StoreException(Reason.LOCKED, "another process writes to the database", cause);
      case CANTOPEN, READONLY ->
          new StoreException(
              Reason.UNAVAILABLE,
              "the database cannot be opened for writing: see its rights",
              cause);
      default -> new StoreException(Reason.INTERNAL, "the database refused a statement", cause);
    };
  }

  static StoreException closed() {
    return new StoreException(Reason.UNAVAILABLE, "the store is closed", null);
  }

  static StoreException overloaded() {
    return new StoreException(Reason.OVERLOADED, "too much waits for the store already", null);
  }
}
