// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.server.exchange.House.await;
import static org.entente.server.exchange.Written.GREEN;
import static org.entente.server.exchange.Written.indicator;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.entente.server.store.StatusStore;
import org.entente.server.store.StoredStatus;
import org.entente.server.taxii.StatusDetail;
import org.entente.server.taxii.StatusResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Submissions that were acknowledged as pending by a node that is gone. */
class ResumeTest {
  private static final String DAY = "2026-01-01T00:00:00.000Z";

  @TempDir Path data;

  /** What a node keeps when it says that one object is pending. */
  private static void keep(House house, String id, String credential, String object)
      throws Exception {
    StatusDetail detail = new StatusDetail("indicator--0", DAY, Optional.empty());
    StatusResource status =
        new StatusResource(
            id,
            false,
            Optional.of(1_767_225_600_000_000L),
            1,
            0,
            0,
            1,
            List.of(),
            List.of(),
            List.of(detail),
            Optional.empty());
    byte[] bytes = object.getBytes(StandardCharsets.UTF_8);
    String meta =
        credential
            + " exchange "
            + House.COLLECTION
            + " \n"
            + new String(status.json(), StandardCharsets.UTF_8);
    await(
        house
            .storage
            .statuses()
            .stage(
                new StatusStore.PendingSubmission(
                    0,
                    id,
                    meta.getBytes(StandardCharsets.UTF_8),
                    List.of(
                        ByteBuffer.allocate(5 + bytes.length)
                            .putInt(0)
                            .put((byte) 0)
                            .put(bytes)
                            .array())),
                new StoredStatus(id, credential, "exchange", false, status.json())));
  }

  @Test
  void resume_finishesEachPendingSubmission_butWhoseSenderIsGone() throws Exception {
    House house = new House(data);
    keep(house, "one", "acme/soc", indicator(1, DAY, GREEN));
    keep(house, "two", "nobody/soc", indicator(2, DAY, GREEN));
    keep(house, "three", "borealis/soc", indicator(3, DAY, GREEN));
    house.restart();

    assertThat(await(house.submissions.resume())).isEqualTo(3);

    assertThat(house.sees("acme/soc")).containsExactly("01", "03");
    assertThat(await(house.storage.statuses().get("three")).orElseThrow().complete()).isTrue();
    assertThat(await(house.storage.statuses().pending(0)).orElseThrow().id()).isEqualTo("two");
    assertThat(await(house.submissions.resume())).isEqualTo(1);
    house.close();
  }
}
