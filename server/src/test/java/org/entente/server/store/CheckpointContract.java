// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Small named values. */
public interface CheckpointContract extends StoreContract {
  @Test
  default void checkpoint_isKeptInPlaceOfAnyOther() {
    assertThat(await(storage().checkpoints().get("key"))).isEmpty();
    await(storage().checkpoints().put("key", new byte[] {1}));
    await(storage().checkpoints().put("key", new byte[] {2, 3}));
    reopened();
    assertThat(await(storage().checkpoints().get("key")).orElseThrow()).containsExactly(2, 3);
  }

  @Test
  default void putIfAbsent_amongMany_givesAllTheSameValue() {
    List<Future<byte[]>> all = new ArrayList<>();
    for (byte i = 0; i < 20; i++) {
      all.add(storage().checkpoints().putIfAbsent("key", new byte[] {i}));
    }
    Set<Byte> values = new HashSet<>();
    all.forEach(future -> values.add(await(future)[0]));
    assertThat(values).hasSize(1);
    assertThat(await(storage().checkpoints().get("key")).orElseThrow()[0])
        .isEqualTo(values.iterator().next());
  }
}
