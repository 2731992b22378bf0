// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.connector.taxii.push;

import io.vertx.core.Future;
import java.io.InputStream;
import java.util.function.Consumer;
import org.entente.connector.DiskLane;
import org.entente.connector.Progress;
import org.entente.connector.Rounds;
import org.entente.connector.taxii.TaxiiClient;
import org.entente.connector.taxii.TaxiiException;
import org.entente.connector.taxii.TaxiiException.Kind;

/** Sends files to a collection, batch after batch in the order of the files. */
public final class Push {
  /** The longest request, also where a server takes longer ones: it is held in memory. */
  private static final long LONGEST = 16L << 20;

  /** After so many batches of which a server takes nothing, the push ends. */
  private static final int MAX_FUTILE = 3;

  private final TaxiiClient client;
  private final DiskLane disk;
  private final InputStream stdin;
  private final Progress progress;
  private final Consumer<String> answers;

  /**
   * Prepares.
   *
   * @param disk where files are read
   * @param stdin is read for {@code -}
   * @param progress is told of each batch
   * @param answers receives what the server says to a dry run, a JSON text a batch
   */
  public Push(
      TaxiiClient client,
      DiskLane disk,
      InputStream stdin,
      Progress progress,
      Consumer<String> answers) {
    this.client = client;
    this.disk = disk;
    this.stdin = stdin;
    this.progress = progress;
    this.answers = answers;
  }

  /**
   * Pushes. To go on after a push that broke off, push the same files again: what is there already
   * counts as success (TAXII 2.1 §5.5).
   *
   * @return what became of the objects; fails with an {@link java.io.IOException} or a {@link
   *     TaxiiException} when the rest cannot be read or sent
   */
  public Future<PushResult> run(PushRequest request) {
    PushRun run = new PushRun(request);
    return run.prepare()
        .compose(ready -> Rounds.run(run::round))
        .compose(sent -> run.close())
        .map(closed -> run.result)
        .eventually(run::quiet);
  }

  /** One run. */
  private final class PushRun {
    private final PushRequest request;
    private final ObjectSource source;
    private final Sender sender;
    private PushResult result = PushResult.NOTHING;
    private long longest = LONGEST;
    private int futile;

    /** The batch after the one that is being sent. */
    private Future<Batch> upcoming = Future.failedFuture("not read yet");

    PushRun(PushRequest request) {
      this.request = request;
      this.source = new ObjectSource(new Inputs(stdin), request.files());
      this.sender = new Sender(client, request.collection(), request.policies());
    }

    /** Asks how much the server takes and whether it takes anything. */
    Future<Void> prepare() {
      return client
          .apiRoot(request.collection().root())
          .compose(
              root -> {
                longest = Math.min(LONGEST, root.maxContentLength().orElse(LONGEST));
                return client.collection(request.collection());
              })
          .compose(
              collection -> {
                if (!collection.canWrite()) {
                  return Future.failedFuture(
                      new TaxiiException(
                          Kind.AUTH,
                          "`" + request.collection() + "` does not let this credential write"));
                }
                upcoming = read();
                return Future.succeededFuture();
              });
    }

    private Future<Batch> read() {
      return disk.run(() -> source.next(request.batch(), longest));
    }

    /** Sends a batch; says whether there may be another. */
    Future<Boolean> round() {
      return upcoming.compose(
          batch -> {
            if (batch.isEmpty()) {
              return Future.succeededFuture(false);
            }
            upcoming = read();
            result =
                result
                    .plus(PushResult.failed(batch.refused()))
                    .plus(PushResult.noted(batch.notes()));
            return send(batch).map(sent -> true);
          });
    }

    private Future<Void> send(Batch batch) {
      if (batch.objects().isEmpty()) {
        return Future.succeededFuture();
      }
      if (request.dryRun()) {
        return client
            .explain(request.collection(), Batch.envelope(batch.objects()), request.policies())
            .map(
                answer -> {
                  answers.accept(answer);
                  progress.add(batch.bytesRead(), batch.objects().size());
                  return null;
                });
      }
      return sender.send(batch.objects()).compose(sent -> count(batch, sent));
    }

    private Future<Void> count(Batch batch, PushResult sent) {
      result = result.plus(sent);
      progress.add(batch.bytesRead(), batch.objects().size());
      futile = sent.success() > 0 ? 0 : futile + 1;
      if (futile < MAX_FUTILE || result.success() > 0) {
        return Future.succeededFuture();
      }
      String reason = sent.failures().isEmpty() ? "" : ": " + sent.failures().get(0).message();
      return Future.failedFuture(
          new TaxiiException(
              Kind.REFUSED, "`" + request.collection() + "` takes none of the objects" + reason));
    }

    Future<Void> close() {
      return disk.run(
          () -> {
            source.close();
            return null;
          });
    }

    Future<Void> quiet() {
      progress.clear();
      return Future.succeededFuture();
    }
  }
}
