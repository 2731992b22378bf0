// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.store.sqlite;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.random.RandomGenerator;
import org.entente.SuppressForbidden;
import org.entente.server.store.CommitRecord;
import org.entente.server.store.Committed;
import org.entente.server.store.Decide;
import org.entente.server.store.FeedView;
import org.entente.server.store.Keys;
import org.entente.server.store.Plan;
import org.entente.server.store.RowPage;
import org.entente.server.store.RowQuery;
import org.entente.server.store.StoredReference;
import org.entente.stix.Reference;
import org.entente.stix.StixId;
import org.entente.stix.StixTimestamp;

/** Figures of the embedded store, by hand: {@code StoreFigures FOLDER ROWS CLASSES}. */
@SuppressForbidden("it measures")
public final class StoreFigures {
  private static final String COLLECTION = "3a3f7f8e-3e0a-4a43-8b5a-0d6c8e1d9b11";
  private static final int OBJECT_BYTES = 1400;
  private static final StixId MARKING =
      new StixId("marking-definition", UUID.fromString("34098fce-860f-48ae-8e50-ebd3cc5e41da"));

  private final Vertx vertx = Vertx.vertx();
  private final RandomGenerator random = new Random(7);
  private final PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
  private final int classes;
  private SqliteStorage storage;

  private StoreFigures(Path folder, int classes) {
    this.classes = classes;
    this.storage =
        SqliteStorage.at(vertx, folder, InstantSource.system(), Options.with(System::nanoTime));
  }

  /**
   * Measures.
   *
   * @param args folder, rows, classes
   */
  public static void main(String[] args) throws Exception {
    Path folder = Path.of(args[0]);
    StoreFigures figures = new StoreFigures(folder, Integer.parseInt(args[2]));
    figures.run(Integer.parseInt(args[1]), folder);
  }

  private void run(int rows, Path folder) throws Exception {
    long start = System.nanoTime();
    await(storage.open());
    out.printf("open: %.3f s%n", seconds(start));
    long had = await(storage.objects().look()).position() == 0 ? 0 : rows;
    if (had == 0) {
      fill(20_000, 1000, 200);
      fill(Math.max(0, rows - 20_000), 1000, 1000);
    }
    size(folder);
    single(32, 20_000);
    pages();
    await(storage.close());
    await(vertx.close());
  }

  private static double seconds(long start) {
    return (System.nanoTime() - start) / 1e9;
  }

  private static <T> T await(Future<T> future) throws Exception {
    return future.toCompletionStage().toCompletableFuture().get();
  }

  private void size(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      for (Path file : files.toList()) {
        out.printf("%s: %.1f MB%n", file.getFileName(), Files.size(file) / 1e6);
      }
    }
  }

  private Plan.NewVersion version(int key) {
    StixId id = new StixId("indicator", new UUID(random.nextLong(), random.nextLong()));
    byte[] bytes = new byte[OBJECT_BYTES];
    Arrays.fill(bytes, (byte) 'x');
    byte[] hash = new byte[32];
    random.nextBytes(hash);
    byte[] facts = new byte[120];
    return new Plan.NewVersion(
        key,
        id,
        StixTimestamp.parse("2026-01-01T00:00:00." + (100 + random.nextInt(900)) + "Z")
            .orElseThrow(),
        "acme",
        false,
        hash,
        facts,
        List.of(new StoredReference(Reference.Kind.CARRY, MARKING, true)),
        bytes);
  }

  private Prepared prepare(int count) {
    List<Plan.NewVersion> versions = new ArrayList<>(count);
    List<Plan.Placement> placements = new ArrayList<>(count);
    List<Plan.NewRow> rows = new ArrayList<>(count);
    Set<StixId> ids = new HashSet<>();
    ids.add(MARKING);
    for (int i = 0; i < count; i++) {
      Plan.NewVersion version = version(i);
      versions.add(version);
      ids.add(version.id());
      placements.add(new Plan.Placement(-1 - i, COLLECTION, new byte[20]));
      rows.add(
          new Plan.NewRow(COLLECTION, -1 - i, "class-" + random.nextInt(classes), true, false));
    }
    Plan none = Plan.NOTHING;
    Plan plan =
        new Plan(
            versions,
            placements,
            none.deleted(),
            none.changes(),
            rows,
            none.gains(),
            none.joins(),
            none.statuses(),
            none.finished(),
            none.catalog(),
            none.asked(),
            none.reaches(),
            none.audit());
    return new Prepared(Keys.of(ids, Set.of()), plan);
  }

  private record Prepared(Keys keys, Plan plan) {}

  private Future<Committed<String>> commit(Prepared prepared) {
    return storage
        .objects()
        .commit(
            prepared.keys(),
            prepared.plan().rows().size(),
            facts -> {
              for (Plan.NewVersion version : prepared.plan().versions()) {
                if (!facts.versions(version.id()).isEmpty()) {
                  throw new IllegalStateException("twice");
                }
              }
              return new Decide.Write<>(prepared.plan(), "done");
            });
  }

  private void fill(int rows, int report, int turn) throws Exception {
    long busy = 0;
    for (int done = 0; done < rows; ) {
      List<Prepared> batch = new ArrayList<>();
      for (int i = 0; i < 20 * 1000 / turn && done < rows; i++) {
        batch.add(prepare(turn));
        done += turn;
      }
      long start = System.nanoTime();
      List<Future<Committed<String>>> waiting = batch.stream().map(this::commit).toList();
      for (Future<Committed<String>> one : waiting) {
        await(one);
      }
      busy += System.nanoTime() - start;
      if (done % (report * 100) == 0) {
        out.printf("%d rows: %.0f rows/s%n", done, done / (busy / 1e9));
      }
    }
    out.printf("commit in turns of %d: %.0f rows/s%n", turn, rows / (busy / 1e9));
  }

  private void single(int callers, int count) throws Exception {
    List<Prepared> all = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      all.add(prepare(1));
    }
    long[] took = new long[count];
    CountDownLatch left = new CountDownLatch(count);
    long start = System.nanoTime();
    for (int caller = 0; caller < callers; caller++) {
      next(all, caller, callers, took, left);
    }
    left.await();
    double seconds = seconds(start);
    Arrays.sort(took);
    out.printf(
        "one object per commit, %d callers: %.0f/s, p50 %.2f ms, p99 %.2f ms%n",
        callers, count / seconds, took[count / 2] / 1e6, took[count * 99 / 100] / 1e6);
  }

  private void next(List<Prepared> all, int at, int step, long[] took, CountDownLatch left) {
    if (at >= all.size()) {
      return;
    }
    long start = System.nanoTime();
    commit(all.get(at))
        .onComplete(
            done -> {
              took[at] = System.nanoTime() - start;
              left.countDown();
              next(all, at + step, step, took, left);
            });
  }

  private void pages() throws Exception {
    CommitRecord record = await(storage.objects().look());
    int known = record.classes();
    walk("every class", view(record, 1, known), Set.of());
    walk("half the classes", view(record, 2, known), Set.of());
    walk("one class in ten", view(record, 10, known), Set.of());
    walk("one class in ten, by type", view(record, 10, known), Set.of("indicator"));
    walk("every class, by type", view(record, 1, known), Set.of("indicator"));
    BitSet one = new BitSet();
    one.set(1);
    walk("one class", new FeedView(one, List.of(), 0, record.epoch(), known), Set.of());
  }

  private static FeedView view(CommitRecord record, int step, int known) {
    BitSet classes = new BitSet();
    for (int cid = 1; cid <= known; cid += step) {
      classes.set(cid);
    }
    return new FeedView(classes, List.of(), 0, record.epoch(), known);
  }

  private void walk(String name, FeedView view, Set<String> types) throws Exception {
    for (int callers = 1; callers <= 2; callers++) {
      int pages = 0;
      long[] took = new long[100_000];
      double[] rates = new double[2];
      for (int round = 0; round < 2; round++) {
        pages = 0;
        long start = System.nanoTime();
        long[] after = new long[callers];
        while (seconds(start) < 1.5) {
          long begun = System.nanoTime();
          List<Future<RowPage>> waiting = new ArrayList<>();
          for (int c = 0; c < callers; c++) {
            waiting.add(storage.objects().page(query(view, after[c], types)));
          }
          for (int c = 0; c < callers; c++) {
            RowPage page = await(waiting.get(c));
            after[c] = page.more() ? page.rows().get(page.rows().size() - 1).place() : 0;
          }
          took[pages / callers % took.length] = System.nanoTime() - begun;
          pages += callers;
        }
        rates[round] = pages / seconds(start);
      }
      out.printf("pages of 100, %s, %d callers: %.0f/s%n", name, callers, rates[1]);
    }
  }

  private static RowQuery query(FeedView view, long after, Set<String> types) {
    return new RowQuery(
        COLLECTION,
        view,
        after,
        RowQuery.Versions.LAST,
        types,
        Set.of(),
        100,
        Long.MAX_VALUE,
        true);
  }
}
