// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.exchange.spool;

import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** One body on disk. Belongs to the context that opened it, {@link #read} apart. */
public final class Spool {
  private static final int FULL = 64 * 1024;
  private static final int PIECE = 64 * 1024;

  private final Spools house;
  private final SpoolLane writers;
  private final SpoolLane readers;
  private final Future<SpoolFile> file;
  private long length;
  private long waiting;
  private int writes;
  private @Nullable Throwable failure;
  private @Nullable Promise<Void> last;
  private @Nullable Runnable drain;

  Spool(Spools house, SpoolLane writers, SpoolLane readers, Path folder) {
    this.house = house;
    this.writers = writers;
    this.readers = readers;
    this.file = writers.run(() -> SpoolFile.create(folder));
  }

  /** Receives a body piece by piece. */
  public interface Pieces {
    /** Takes a piece; whether more is wanted. */
    boolean take(byte[] piece);
  }

  /**
   * Takes the next bytes.
   *
   * @return whether there was room on disk for them
   */
  public boolean write(Buffer chunk) {
    if (!house.reserve(chunk.length())) {
      return false;
    }
    long at = length;
    byte[] bytes = chunk.getBytes();
    length += bytes.length;
    waiting += bytes.length;
    writes++;
    var unused =
        file.compose(open -> writers.run(write(open, bytes, at)))
            .onComplete(done -> wrote(bytes.length, done));
    return true;
  }

  private static Callable<Void> write(SpoolFile open, byte[] bytes, long at) {
    return () -> {
      open.write(bytes, at);
      return null;
    };
  }

  private void wrote(int bytes, AsyncResult<Void> done) {
    waiting -= bytes;
    writes--;
    if (done.failed()) {
      failure = done.cause();
    }
    Promise<Void> end = last;
    if (end != null && writes == 0) {
      last = null;
      written().onComplete(end);
    }
    Runnable waits = drain;
    if (waits != null && waiting < FULL / 2) {
      drain = null;
      waits.run();
    }
  }

  /**
   * Once all that was taken is on disk, or some of it cannot be. To be asked one at a time. The
   * writes are counted, since a future that joins each of thousands with those before it takes a
   * stack as deep when the first of them ends last.
   */
  private Future<Void> written() {
    Throwable cause = failure;
    if (writes > 0) {
      return Future.future(end -> last = end);
    }
    return cause == null ? Future.succeededFuture() : Future.failedFuture(cause);
  }

  /** Whether the sender should wait for {@link #whenDrained}. */
  public boolean isFull() {
    return waiting >= FULL;
  }

  /** Calls once, when there is room again. */
  public void whenDrained(Runnable handler) {
    if (isFull()) {
      drain = handler;
    } else {
      handler.run();
    }
  }

  /** Reads the whole body, once all is written, off this context. */
  public Future<Void> pour(Pieces pieces) {
    long whole = length;
    return written()
        .compose(all -> file)
        .compose(
            open ->
                readers.run(
                    () -> {
                      boolean wanted = true;
                      for (long at = 0; wanted && at < whole; at += PIECE) {
                        wanted = pieces.take(open.read(at, (int) Math.min(PIECE, whole - at)));
                      }
                      return null;
                    }));
  }

  /** Runs what reads with {@link #read} where it may wait for the disk. */
  public <T> Future<T> reading(Callable<T> task) {
    return readers.run(task);
  }

  /**
   * Reads some bytes; waits for the disk.
   *
   * @throws UncheckedIOException when they cannot be read
   */
  public byte[] read(long at, int bytes) {
    try {
      return file.result().read(at, bytes);
    } catch (IOException failed) {
      throw new UncheckedIOException("the spool cannot be read", failed);
    }
  }

  /** Gives the room on disk back; what is still being written is waited for. */
  public void close() {
    long held = length;
    var unused =
        written()
            .transform(any -> file)
            .compose(
                open ->
                    writers.run(
                        () -> {
                          open.close();
                          return null;
                        }))
            .onComplete(done -> house.release(held));
  }
}
