// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.connector.taxii.pull;

import io.vertx.core.Future;
import java.io.OutputStream;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.entente.connector.DiskLane;
import org.entente.connector.Progress;
import org.entente.connector.Rounds;
import org.entente.connector.taxii.TaxiiClient;

/** Reads a collection to its end, or from where the cursor stands. */
public final class Pull {
  private static final int PAGE = 1_000;

  private final TaxiiClient client;
  private final DiskLane disk;
  private final RandomGenerator random;
  private final OutputStream stdout;
  private final Progress progress;

  /**
   * Prepares.
   *
   * @param disk where files are read and written
   * @param random gives bundles their ids
   * @param stdout receives the objects when no file does; flushed, not closed
   * @param progress is told of each page
   */
  public Pull(
      TaxiiClient client,
      DiskLane disk,
      RandomGenerator random,
      OutputStream stdout,
      Progress progress) {
    this.client = client;
    this.disk = disk;
    this.random = random;
    this.stdout = stdout;
    this.progress = progress;
  }

  /**
   * Pulls. However it ends, also by {@code kill -9} or a power cut, a further run with the same
   * request goes on behind the last page that was written: with an output file and a cursor file
   * nothing is lost or repeated.
   *
   * @return fails with an {@link IllegalArgumentException} when the cursor belongs to another
   *     request, with an {@link java.io.IOException} or a {@link
   *     org.entente.connector.taxii.TaxiiException} when reading or writing does
   */
  public Future<PullResult> run(PullRequest request) {
    Optional<CursorFile> cursor = request.cursor().map(CursorFile::new);
    return disk.run(() -> Beginning.of(request, cursor, stdout))
        .compose(
            beginning -> {
              PullRun run = new PullRun(request, cursor, beginning);
              return Rounds.run(run::page)
                  .compose(pages -> run.finish())
                  .eventually(() -> close(beginning));
            });
  }

  private Future<Void> close(Beginning beginning) {
    return disk.run(
        () -> {
          beginning.output().close();
          return null;
        });
  }

  /** One run. */
  private final class PullRun {
    private final PullRequest request;
    private final Optional<CursorFile> cursor;
    private final Output output;
    private final PageWriter writer;
    private final Pager pager;
    private final long before;
    private Walk walk;
    private long bytes;
    private long refused;

    PullRun(PullRequest request, Optional<CursorFile> cursor, Beginning beginning) {
      this.request = request;
      this.cursor = cursor;
      this.output = beginning.output();
      this.before = beginning.objects();
      this.walk = beginning.walk();
      this.writer = new PageWriter(disk, output, request.format(), random, before);
      this.pager = new Pager(client, request.collection(), request.types());
    }

    /** Takes a page, unless there is none; says whether there may be another. */
    Future<Boolean> page() {
      if (walk.done() || left() == 0) {
        return Future.succeededFuture(false);
      }
      int limit = (int) Math.min(PAGE, left());
      if (cursor.isEmpty()) {
        writer.atMost(limit);
      }
      return pager.step(walk, limit, writer).compose(this::keep).map(kept -> true);
    }

    Future<PullResult> finish() {
      progress.clear();
      PullResult result =
          new PullResult(writer.before() - before, bytes, refused, walk.done(), walk.last());
      return writer.finish().map(result);
    }

    private long left() {
      long taken = writer.before() - before;
      return request.limit().isEmpty()
          ? Long.MAX_VALUE
          : Math.max(0, request.limit().getAsLong() - taken);
    }

    private Future<Void> keep(Pager.Step step) {
      walk = step.walk();
      refused += step.refused().size();
      step.refused().forEach(progress::say);
      long had = writer.before();
      return writer
          .keep()
          .compose(
              length -> {
                bytes += length;
                progress.add(length, writer.before() - had);
                return save();
              });
    }

    private Future<Void> save() {
      if (cursor.isEmpty()) {
        return Future.succeededFuture();
      }
      SavedCursor saved = new SavedCursor(Beginning.source(request), walk, written());
      return disk.run(
          () -> {
            cursor.get().write(saved);
            return null;
          });
    }

    private Optional<SavedCursor.Written> written() {
      return request
          .out()
          .map(Beginning::path)
          .map(
              out ->
                  new SavedCursor.Written(out, request.format(), output.length(), writer.before()));
    }
  }
}
