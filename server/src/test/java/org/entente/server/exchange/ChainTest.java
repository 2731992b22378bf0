// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.entente.server.exchange.Written.ADDRESS;
import static org.entente.server.exchange.Written.GREEN;
import static org.entente.server.exchange.Written.STRICT;
import static org.entente.server.exchange.Written.indicator;
import static org.entente.server.exchange.Written.observed;
import static org.entente.server.exchange.Written.uuid;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.entente.server.store.StoreException;
import org.entente.server.taxii.StatusResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Long chains of objects that are seen, or not, with each other. */
class ChainTest {
  private static final String DAY1 = "2026-01-01T00:00:00.000Z";
  private static final String DAY2 = "2026-01-02T00:00:00.000Z";

  @TempDir Path data;
  private House house;

  @BeforeEach
  void open() throws Exception {
    house = new House(data);
  }

  @AfterEach
  void close() throws Exception {
    house.close();
  }

  private static String folder(int n) {
    return "directory--28bb3599-77cd-5a82-a950-%012d".formatted(n);
  }

  /** Folders, each in the one before. */
  private static Stream<String> folders(int count) {
    return IntStream.range(0, count)
        .mapToObj(
            n ->
                "{\"type\":\"directory\",\"spec_version\":\"2.1\",\"id\":\"%s\",\"path\":\"/%d\",\"contains_refs\":[\"%s\"]}"
                    .formatted(folder(n), n, folder(n + 1)));
  }

  /** Notes, each on the one before; the first is on an indicator. */
  private static List<String> notes(int count) {
    List<String> notes = new ArrayList<>();
    String target = "indicator--" + uuid(0);
    for (int n = 1; n <= count; n++) {
      notes.add(
          "{\"type\":\"note\",\"spec_version\":\"2.1\",\"id\":\"note--%s\",\"created\":\"%s\",\"modified\":\"%s\",\"object_marking_refs\":[\"%s\"],\"content\":\"c\",\"object_refs\":[\"%s\"]}"
              .formatted(uuid(n), DAY1, DAY1, GREEN, target));
      target = "note--" + uuid(n);
    }
    return notes;
  }

  private int seen(String credential) throws Exception {
    return house.poll(credential, 0, 10_000).rows().size();
  }

  @Test
  void longChainOfObservables_narrowedAtItsHead_isNarrowedToItsEnd() throws Exception {
    String head = observed(1, "2026-01-01", GREEN).replace(ADDRESS, folder(0));
    house.push("acme/soc", Stream.concat(folders(150), Stream.of(head)).toArray(String[]::new));
    assertThat(seen("borealis/clients")).isEqualTo(151);
    String narrowed = observed(1, "2026-02-01", STRICT).replace(ADDRESS, folder(0));
    assertThat(house.push("acme/soc", narrowed).success()).isEqualTo(1);
    assertThat(seen("borealis/clients")).isZero();
    assertThat(seen("borealis/soc")).isEqualTo(151);
  }

  @Test
  void longChainOfNotes_narrowedAtItsTarget_isNarrowedToItsEnd() throws Exception {
    house.push("acme/soc", indicator(0, DAY1, GREEN));
    house.push("acme/soc", notes(2_500).toArray(String[]::new));
    assertThat(seen("borealis/clients")).isEqualTo(2_501);
    assertThat(house.push("acme/soc", indicator(0, DAY2, STRICT)).success()).isEqualTo(1);
    assertThat(seen("borealis/clients")).isZero();
    assertThat(seen("borealis/soc")).isEqualTo(2_501);
  }

  @Test
  void whatTakesMoreThanACommit_isRefusedByName_andTheRestIsTaken() throws Exception {
    house.close();
    house = new House(data.resolve("small"), options -> options.loading(100));
    house.push("acme/soc", indicator(0, DAY1, GREEN));
    for (String note : notes(60)) {
      house.push("acme/soc", note);
    }
    StatusResource status =
        house.push("acme/soc", indicator(101, DAY1, GREEN), indicator(0, DAY2, STRICT));
    assertThat(status.complete()).isTrue();
    assertThat(status.success()).isEqualTo(1);
    assertThat(status.failures().get(0).message().orElseThrow())
        .startsWith("/objects/1: more objects depend on this one");
    assertThat(house.sees("borealis/clients")).hasSize(62);
    assertThatThrownBy(() -> house.delete("acme/soc", "indicator--" + uuid(0)))
        .rootCause()
        .extracting(cause -> ((StoreException) cause).reason())
        .isEqualTo(StoreException.Reason.TOO_MUCH);
  }
}
