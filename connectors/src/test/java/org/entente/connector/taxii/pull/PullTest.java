// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.connector.taxii.pull;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import org.entente.connector.DiskLane;
import org.entente.connector.Progress;
import org.entente.connector.taxii.Clients;
import org.entente.connector.taxii.CollectionUrl;
import org.entente.connector.taxii.FakeCollection;
import org.entente.connector.taxii.FakeCollection.Paging;
import org.entente.connector.taxii.FakeCollection.Row;
import org.entente.connector.taxii.Faults;
import org.entente.connector.taxii.LocalServer;
import org.entente.connector.taxii.TaxiiClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PullTest {
  @TempDir Path folder;

  private final FakeCollection fake = new FakeCollection();
  private final ByteArrayOutputStream stdout = new ByteArrayOutputStream();
  private final StringWriter said = new StringWriter();
  private LocalServer server;
  private TaxiiClient client;
  private DiskLane disk;
  private Path out;
  private Path cursor;

  @BeforeEach
  void start() throws Exception {
    server = LocalServer.start(fake);
    client = Clients.of(server);
    disk = new DiskLane(server.vertx(), "pull-test");
    out = folder.resolve("out.jsonl");
    cursor = folder.resolve("cursor");
    fake.cap = 5;
    fill(0, 12);
  }

  @AfterEach
  void stop() throws Exception {
    server.close();
  }

  private void fill(int from, int to) {
    for (int i = from; i < to; i++) {
      fake.add(FakeCollection.object(i));
    }
  }

  private CollectionUrl collection() {
    return CollectionUrl.parse(server.url("/r/collections/" + FakeCollection.ID).toString());
  }

  private PullRequest request(Format format, boolean toFile, boolean withCursor, long limit) {
    return new PullRequest(
        collection(),
        List.of(),
        limit == 0 ? OptionalLong.empty() : OptionalLong.of(limit),
        format,
        toFile ? Optional.of(out) : Optional.empty(),
        withCursor ? Optional.of(cursor) : Optional.empty());
  }

  private PullResult pull(PullRequest request) throws Exception {
    Progress progress = new Progress(new PrintWriter(said, true), Clients.CLOCK, false, "pulled");
    Future<PullResult> pulled =
        new Pull(client, disk, Clients.random(), stdout, progress).run(request);
    return pulled.await(60, TimeUnit.SECONDS);
  }

  private String lines() {
    return String.join("\n", fake.rows.stream().map(Row::json).toList()) + "\n";
  }

  private JsonArray bundled() throws IOException {
    return new JsonObject(Files.readString(out)).getJsonArray("objects");
  }

  @Test
  void run_objectsLargerThanMost_areWrittenLikeAnyOther() throws Exception {
    String large =
        FakeCollection.object(12).replace("}", ", \"x\": \"" + "y".repeat(5 << 20) + "\"}");
    fake.add(large.replace("}", ", \"deep\": " + "[".repeat(100) + "]".repeat(100) + "}"));

    PullResult result = pull(request(Format.JSONL, true, true, 0));

    assertThat(result.refused()).isZero();
    assertThat(Files.readString(out).equals(lines())).isTrue();
  }

  @Test
  void run_toStandardOutput_writesALineAnObject() throws Exception {
    PullResult result = pull(request(Format.JSONL, false, false, 0));

    assertThat(stdout.toString()).isEqualTo(lines());
    assertThat(result.objects()).isEqualTo(12);
    assertThat(result.bytes()).isEqualTo(stdout.size());
    assertThat(result.complete()).isTrue();
    assertThat(result.last()).contains(FakeCollection.time(12));
  }

  @Test
  void run_objectOfSeveralLines_isOneLine() throws Exception {
    fake.rows.clear();
    fake.add("{\"type\":\"x\",\r\n \"text\":\"a\\nb\"\n}");

    pull(request(Format.JSONL, false, false, 0));

    assertThat(stdout.toString()).isEqualTo("{\"type\":\"x\",   \"text\":\"a\\nb\" }\n");
  }

  @Test
  void run_bundleToStandardOutput_isJson() throws Exception {
    pull(request(Format.BUNDLE, false, false, 0));

    JsonObject bundle = new JsonObject(stdout.toString());
    assertThat(bundle.getString("id")).matches("bundle--[0-9a-f-]{14}4[0-9a-f]{3}-[89ab].*");
    assertThat(bundle.getJsonArray("objects")).hasSize(12);
  }

  @Test
  void run_bundleOfNothing_hasNoObjects() throws Exception {
    fake.rows.clear();

    pull(request(Format.BUNDLE, true, true, 0));
    assertThat(new JsonObject(Files.readString(out)).fieldNames())
        .containsExactlyInAnyOrder("type", "id");

    fill(0, 3);
    pull(request(Format.BUNDLE, true, true, 0));
    assertThat(bundled()).hasSize(3);
  }

  @ParameterizedTest
  @EnumSource(Paging.class)
  void run_againWithCursor_appendsWhatIsNew(Paging paging) throws Exception {
    fake.paging = paging;
    pull(request(Format.JSONL, true, true, 0));
    fill(12, 20);

    PullResult second = pull(request(Format.JSONL, true, true, 0));

    assertThat(Files.readString(out)).isEqualTo(lines());
    assertThat(second.objects()).isEqualTo(8);
  }

  @Test
  void run_againWithNothingNew_changesNothing() throws Exception {
    pull(request(Format.BUNDLE, true, true, 0));
    String before = Files.readString(out);

    PullResult second = pull(request(Format.BUNDLE, true, true, 0));

    assertThat(second.objects()).isZero();
    assertThat(Files.readString(out)).isEqualTo(before);
  }

  @ParameterizedTest
  @EnumSource(Paging.class)
  void run_afterAServerThatBrokeOff_goesOn(Paging paging) throws Exception {
    fake.paging = paging;
    for (Format format : Format.values()) {
      Files.deleteIfExists(out);
      Files.deleteIfExists(cursor);
      server.faults.add(fake);
      server.faults.add(fake);
      server.faults.add(Faults.status(500));
      Throwable broken = catchThrowable(() -> pull(request(format, true, true, 0)));
      assertThat(broken).hasMessageContaining("answered 500");

      pull(request(format, true, true, 0));

      if (format == Format.BUNDLE) {
        assertThat(bundled().encode())
            .isEqualTo(new JsonArray("[" + lines().strip().replace("\n", ",") + "]").encode());
      } else {
        assertThat(Files.readString(out)).isEqualTo(lines());
      }
    }
  }

  /** What a kill leaves: pages behind the cursor, and half a page behind these. */
  @ParameterizedTest
  @EnumSource(Paging.class)
  void run_afterAKillBetweenOutputAndCursor_losesAndRepeatsNothing(Paging paging) throws Exception {
    fake.paging = paging;
    for (Format format : Format.values()) {
      Files.deleteIfExists(out);
      Files.deleteIfExists(cursor);
      pull(request(format, true, true, 5));
      byte[] earlier = Files.readAllBytes(cursor);
      pull(request(format, true, true, 5));
      Files.write(cursor, earlier);
      Files.writeString(out, "{\"type\":\"half", StandardOpenOption.APPEND);

      pull(request(format, true, true, 0));

      if (format == Format.BUNDLE) {
        assertThat(bundled()).hasSize(12).doesNotHaveDuplicates();
      } else {
        assertThat(Files.readString(out)).isEqualTo(lines());
      }
    }
  }

  @Test
  void run_killedBeforeTheFirstCursor_beginsAnew() throws Exception {
    Files.writeString(out, lines() + "{\"type\":\"half");

    pull(request(Format.JSONL, true, true, 0));

    assertThat(Files.readString(out)).isEqualTo(lines());
  }

  @Test
  void run_bundleAtEachPageEdge_isWhole() throws Exception {
    server.faults.add(fake);
    server.faults.add(Faults.status(500));
    Throwable broken = catchThrowable(() -> pull(request(Format.BUNDLE, true, true, 0)));
    assertThat(broken).isNotNull();

    assertThat(bundled()).hasSize(5);
  }

  @Test
  void run_pageBrokenOff_leavesNothingOfIt() throws Exception {
    server.faults.add(Faults.brokenOff("{\"objects\":[{\"type\":\"ghost\"},{\"type\":\"gh"));

    pull(request(Format.JSONL, true, false, 0));
    pull(request(Format.JSONL, false, false, 0));

    assertThat(Files.readString(out)).isEqualTo(lines());
    assertThat(stdout.toString()).isEqualTo(lines());
  }

  @Test
  void run_limit_isTheNumberOfObjects() throws Exception {
    PullResult result = pull(request(Format.JSONL, false, false, 7));

    assertThat(result.objects()).isEqualTo(7);
    assertThat(result.complete()).isFalse();
  }

  @Test
  void run_limitAtAServerThatKnowsNone_isCut() throws Exception {
    fake.cap = 1000;
    server.faults.add(
        request -> {
          request.params().set("limit", "1000");
          fake.handle(request);
        });

    assertThat(pull(request(Format.JSONL, false, false, 7)).objects()).isEqualTo(7);
    assertThat(stdout.toString().lines()).hasSize(7);
  }

  @Test
  void run_cursorWithAnotherFileEachTime_writesWhatIsNew() throws Exception {
    pull(request(Format.JSONL, true, true, 0));
    fill(12, 14);
    out = folder.resolve("second.jsonl");

    pull(request(Format.JSONL, true, true, 0));

    assertThat(Files.readString(out).lines()).hasSize(2);
  }

  @Test
  void run_fileMovedAway_isBegunAnew() throws Exception {
    pull(request(Format.JSONL, true, true, 0));
    Files.move(out, folder.resolve("archive"));
    fill(12, 14);

    pull(request(Format.JSONL, true, true, 0));

    assertThat(Files.readString(out).lines()).hasSize(2);
  }

  @Test
  void run_fileShorterThanTheCursorSays_isRefused() throws Exception {
    pull(request(Format.JSONL, true, true, 0));
    Files.writeString(out, "gone");

    assertThat(catchThrowable(() -> pull(request(Format.JSONL, true, true, 0))))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("has 4 bytes where the cursor file counts");
    assertThat(Files.readString(out)).isEqualTo("gone");
  }

  @Test
  void run_cursorOfOtherTypes_isRefused() throws Exception {
    pull(request(Format.JSONL, true, true, 0));
    PullRequest other =
        new PullRequest(
            collection(),
            List.of("malware"),
            OptionalLong.empty(),
            Format.JSONL,
            Optional.of(out),
            Optional.of(cursor));

    assertThat(catchThrowable(() -> pull(other)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("the cursor file belongs to");
  }

  @Test
  void run_cursorAndOutputInOneFile_isRefused() throws Exception {
    cursor = out;

    assertThat(catchThrowable(() -> pull(request(Format.JSONL, true, true, 0))))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void run_otherFormatInTheSameFile_isRefused() throws Exception {
    pull(request(Format.JSONL, true, true, 0));

    assertThat(catchThrowable(() -> pull(request(Format.BUNDLE, true, true, 0))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("was begun as jsonl");
  }

  @Test
  void run_damagedCursor_isRefused() throws Exception {
    Files.writeString(cursor, "{\"version\":1,\"collection\":7}");

    assertThat(catchThrowable(() -> pull(request(Format.JSONL, true, true, 0))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the cursor file is damaged");
  }

  @Test
  void run_unreachableServer_leavesAnOlderFileAlone() throws Exception {
    Files.writeString(out, "precious");
    server.faults.add(Faults.status(401));

    assertThat(catchThrowable(() -> pull(request(Format.JSONL, true, false, 0)))).isNotNull();
    assertThat(Files.readString(out)).isEqualTo("precious");
  }

  @Test
  void run_strangeObject_isCountedAndSaid() throws Exception {
    fake.rows.clear();
    fake.add("{\"type\":\"x\",\"type\":\"x\"}");
    fill(0, 1);

    PullResult result = pull(request(Format.JSONL, false, false, 0));

    assertThat(result.objects()).isEqualTo(1);
    assertThat(result.refused()).isEqualTo(1);
    assertThat(said.toString()).contains("is left out");
  }
}
