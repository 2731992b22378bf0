// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Statuses, and submissions that are acknowledged but not done. */
public interface StatusContract extends StoreContract {
  private static StoredStatus status(String id, boolean complete, String body) {
    return new StoredStatus(
        id, "acme/soc", "exchange", complete, body.getBytes(StandardCharsets.UTF_8));
  }

  private void assertStatus(String id, boolean complete, String body) {
    StoredStatus status = await(storage().statuses().get(id)).orElseThrow();
    assertThat(status.credential()).isEqualTo("acme/soc");
    assertThat(status.apiRoot()).isEqualTo("exchange");
    assertThat(status.complete()).isEqualTo(complete);
    assertThat(new String(status.body(), StandardCharsets.UTF_8)).isEqualTo(body);
  }

  @Test
  default void status_ofACommit_isKeptWithIt() {
    assertThat(await(storage().statuses().get("one"))).isEmpty();
    commit(new Draft().status(status("one", true, "{}")));
    assertStatus("one", true, "{}");
  }

  @Test
  default void staged_submissions_outliveTheStoreUntilTheyAreFinished() {
    List<byte[]> objects = List.of(new byte[] {1, 2}, new byte[0], new byte[] {3});
    await(
        storage()
            .statuses()
            .stage(
                new StatusStore.PendingSubmission("one", new byte[] {9}, objects),
                status("one", false, "pending")));
    await(
        storage()
            .statuses()
            .stage(
                new StatusStore.PendingSubmission("two", new byte[] {8}, List.of()),
                status("two", false, "pending")));
    reopened();
    assertStatus("one", false, "pending");
    List<StatusStore.PendingSubmission> pending = await(storage().statuses().pending());
    assertThat(pending).extracting(StatusStore.PendingSubmission::id).containsExactly("one", "two");
    assertThat(pending.get(0).meta()).containsExactly(9);
    assertThat(pending.get(0).objects()).containsExactlyElementsOf(objects);
    commit(new Draft().status(status("one", true, "done")).finish("one"));
    assertStatus("one", true, "done");
    assertThat(await(storage().statuses().pending()))
        .extracting(StatusStore.PendingSubmission::id)
        .containsExactly("two");
  }

  @Test
  default void sweep_forgetsCompleteStatusesAlone() {
    long first = commit(new Draft().status(status("old", true, "x"))).record().position();
    commit(new Draft().status(status("open", false, "x")));
    commit(new Draft().status(status("new", true, "x")));
    assertThat(await(storage().statuses().sweep(first))).isZero();
    assertThat(await(storage().statuses().sweep(first + 1))).isEqualTo(1);
    assertThat(await(storage().statuses().get("old"))).isEmpty();
    assertThat(await(storage().statuses().get("open"))).isPresent();
    assertThat(await(storage().statuses().get("new"))).isPresent();
  }
}
