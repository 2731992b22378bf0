// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.entente.stix.StixId;

/** What every part of the contract stands on: an open store, and a few short words. */
public interface StoreContract {
  /** The collection that most tests use. */
  String COLLECTION = "3a3f7f8e-3e0a-4a43-8b5a-0d6c8e1d9b11";

  /** Another one. */
  String OTHER = "91a7b528-80eb-42ed-a74d-c6fbd5a26116";

  /** The store, open and at first empty. */
  Storage storage();

  /** Closes the store and opens it again. */
  Storage reopened();

  default <T> T await(Future<T> future) {
    try {
      return future.toCompletionStage().toCompletableFuture().get(60, TimeUnit.SECONDS);
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new AssertionError(failed.getCause());
    } catch (InterruptedException | TimeoutException never) {
      throw new AssertionError("the store did not answer", never);
    }
  }

  default Future<Committed<String>> begin(Plan plan) {
    return storage().objects().commit(Keys.NONE, 1, facts -> new Decide.Write<>(plan, "done"));
  }

  default Committed<String> commit(Plan plan) {
    return await(begin(plan));
  }

  default Committed<String> commit(Draft draft) {
    return commit(draft.plan());
  }

  default CommitRecord record() {
    return await(storage().objects().look());
  }

  default List<StoredVersion> versions(StixId id) {
    return await(storage().objects().versions(id, Long.MAX_VALUE));
  }

  default StoredRow onlyRow(StixId id) {
    List<StoredRow> rows = versions(id).stream().flatMap(v -> v.rows().stream()).toList();
    assertThat(rows).hasSize(1);
    return rows.get(0);
  }

  /** The number of a class that was committed. */
  default int number(String form) {
    int index = await(storage().objects().classes(0)).indexOf(form);
    assertThat(index).as(form).isNotNegative();
    return index + 1;
  }

  /** A reader that sees some classes and has gained nothing. */
  default FeedView view(String... forms) {
    CommitRecord record = record();
    BitSet classes = new BitSet();
    for (String form : forms) {
      classes.set(number(form));
    }
    return new FeedView(classes, List.of(), 0, record.epoch(), record.classes());
  }

  default RowQuery heads(FeedView view, long after, int limit) {
    return new RowQuery(
        COLLECTION,
        view,
        after,
        RowQuery.Versions.LAST,
        Set.of(),
        Set.of(),
        limit,
        Long.MAX_VALUE,
        true);
  }

  default RowPage page(RowQuery query) {
    return await(storage().objects().page(query));
  }

  default List<StixId> ids(RowPage page) {
    return page.rows().stream().map(RowPage.Row::id).toList();
  }
}
