// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.bench;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.entente.server.store.CommitRecord;
import org.entente.server.store.Decide;
import org.entente.server.store.FeedView;
import org.entente.server.store.Keys;
import org.entente.server.store.ObjectStore;
import org.entente.server.store.Plan;
import org.entente.server.store.RowPage;
import org.entente.server.store.RowQuery;
import org.entente.server.store.Storage;
import org.entente.server.store.sqlite.Options;
import org.entente.server.store.sqlite.SqliteStorage;

/**
 * Drives the store by its interface. Arguments: data, an empty folder, rounds, seconds, and whether
 * pages are wanted too.
 */
final class StoreMain {
  private static final int READS_AT_ONCE = 8;
  private static final int COMMITS_AT_ONCE = 4;
  private static final int PLANS = 30;

  private final Vertx vertx = Vertx.vertx();
  private final Path empty;
  private final int rounds;
  private final long nanos;

  private StoreMain(String[] args) {
    empty = Path.of(args[1]);
    rounds = Integer.parseInt(args[2]);
    nanos = TimeUnit.SECONDS.toNanos(Integer.parseInt(args[3]));
  }

  public static void main(String[] args) {
    try {
      new StoreMain(args).run(Path.of(args[0]), Boolean.parseBoolean(args[4]));
    } catch (RuntimeException failed) {
      failed.printStackTrace();
      System.exit(1);
    }
    System.exit(0);
  }

  private void run(Path data, boolean pages) {
    Storage storage = storage(data);
    get(storage.open());
    for (int classes : pages ? Cast.CLASSES : new int[0]) {
      System.out.println("pages " + classes + " " + pages(storage.objects(), classes));
    }
    List<Plan> plans = new PlanMaker(storage.objects()).plans(PLANS);
    get(storage.close());
    System.out.println("objects " + objects(plans));
    System.out.println("done");
  }

  private Storage storage(Path folder) {
    return SqliteStorage.at(vertx, folder, InstantSource.system(), Options.with(System::nanoTime));
  }

  static <T> T get(Future<T> future) {
    try {
      return future.toCompletionStage().toCompletableFuture().get(300, TimeUnit.SECONDS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new BenchFailure("interrupted", stopped);
    } catch (java.util.concurrent.ExecutionException | TimeoutException failed) {
      throw new BenchFailure("the store failed: " + failed, failed);
    }
  }

  static FeedView everything(CommitRecord record) {
    BitSet classes = new BitSet();
    classes.set(1, record.classes() + 1);
    return new FeedView(classes, List.of(), 0, record.epoch(), record.classes());
  }

  static RowQuery query(String collection, FeedView view, long after, int limit, boolean content) {
    return new RowQuery(
        collection,
        view,
        after,
        RowQuery.Versions.LAST,
        java.util.Set.of(),
        java.util.Set.of(),
        limit,
        8 << 20,
        content);
  }

  private double pages(ObjectStore objects, int classes) {
    String path = Cast.collection(classes);
    String collection = path.substring(path.indexOf("collections/") + 12, path.length() - 1);
    FeedView view = everything(get(objects.look()));
    List<Long> places = new ArrayList<>();
    long after = 0;
    RowPage page;
    do {
      page = get(objects.page(query(collection, view, after, 1000, false)));
      page.rows().forEach(row -> places.add(row.place()));
      after = places.get(places.size() - 1);
    } while (page.more());
    SplittableRandom random = new SplittableRandom(1);
    Supplier<Future<Integer>> read =
        () -> {
          long start = places.get(random.nextInt(places.size() - 101));
          return objects.page(query(collection, view, start, 100, true)).map(StoreMain::full);
        };
    List<Double> rates = new ArrayList<>();
    for (int i = 0; i <= rounds; i++) {
      rates.add(new Drive(vertx, read, READS_AT_ONCE).perSecond(nanos));
    }
    return Rounds.middle(rates.subList(1, rates.size()));
  }

  private static int full(RowPage page) {
    if (page.rows().size() != 100) {
      throw new BenchFailure("a page of " + page.rows().size() + " rows");
    }
    return 1;
  }

  private double objects(List<Plan> plans) {
    List<Double> rates = new ArrayList<>();
    for (int i = 0; i <= rounds; i++) {
      Storage storage = storage(empty.resolve("round" + i));
      get(storage.open());
      List<Plan> left = new ArrayList<>(plans);
      Supplier<Future<Integer>> commit =
          () -> {
            Plan plan = left.remove(left.size() - 1);
            Decide<Integer> decide = facts -> new Decide.Write<>(plan, plan.versions().size());
            return storage.objects().commit(Keys.NONE, 1000, decide).map(done -> done.result());
          };
      rates.add(new Drive(vertx, commit, COMMITS_AT_ONCE).perSecond(left::isEmpty));
      get(storage.close());
    }
    return Rounds.middle(rates.subList(1, rates.size()));
  }
}
