// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.store.sqlite;

import io.vertx.core.Future;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.entente.server.store.StatusStore;
import org.entente.server.store.StoredStatus;
import org.jspecify.annotations.Nullable;

final class SqliteStatusStore implements StatusStore {
  private final CommitLane writer;
  private final SqliteLane<Reader> readers;

  SqliteStatusStore(CommitLane writer, SqliteLane<Reader> readers) {
    this.writer = writer;
    this.readers = readers;
  }

  @Override
  public Future<Optional<StoredStatus>> get(String id) {
    return readers.run(
        reader ->
            reader.session.one(
                "SELECT id, credential, root, done, body FROM status WHERE id = ?",
                row ->
                    new StoredStatus(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getLong(4) > 0,
                        row.getBytes(5)),
                id));
  }

  @Override
  public Future<Void> stage(PendingSubmission submission, StoredStatus status) {
    return writer
        .write(
            Math.max(1, submission.objects().size()),
            tool -> {
              keep(tool, submission);
              RecordWriter.status(tool.session, status, tool.state.record.position());
              return submission.id();
            })
        .mapEmpty();
  }

  private static void keep(Writer tool, PendingSubmission submission) throws SQLException {
    long seq =
        tool.session.number(
            "INSERT INTO submission (id, meta) VALUES (?, ?) RETURNING seq",
            0,
            submission.id(),
            submission.meta());
    int ordinal = 0;
    for (byte[] object : submission.objects()) {
      tool.session.update("INSERT INTO submission_object VALUES (?, ?, ?)", seq, ordinal++, object);
    }
  }

  @Override
  public Future<List<PendingSubmission>> pending() {
    return readers.run(
        lane ->
            lane.snapshot(
                reader -> {
                  List<PendingSubmission> all = new ArrayList<>();
                  for (Staged staged : staged(reader.session)) {
                    all.add(
                        new PendingSubmission(staged.id(), staged.meta(), objects(reader, staged)));
                  }
                  return all;
                }));
  }

  private record Staged(long seq, String id, byte[] meta) {}

  private static List<Staged> staged(Session session) throws SQLException {
    return session.list(
        "SELECT seq, id, meta FROM submission ORDER BY seq",
        row -> new Staged(row.getLong(1), row.getString(2), row.getBytes(3)));
  }

  private static List<byte[]> objects(Reader reader, Staged staged) throws SQLException {
    return reader.session.list(
        "SELECT bytes FROM submission_object WHERE seq = ? ORDER BY ordinal",
        row -> bytes(row.getBytes(1)),
        staged.seq());
  }

  /** The driver gives null for a blob of no bytes. */
  private static byte[] bytes(byte @Nullable [] read) {
    return read == null ? new byte[0] : read;
  }

  @Override
  public Future<Integer> sweep(long before) {
    return writer.write(
        1, tool -> tool.session.update("DELETE FROM status WHERE done > 0 AND done < ?", before));
  }
}
