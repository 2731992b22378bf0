// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.connector.taxii.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.vertx.core.Future;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.entente.connector.DiskLane;
import org.entente.connector.Progress;
import org.entente.connector.taxii.Clients;
import org.entente.connector.taxii.CollectionUrl;
import org.entente.connector.taxii.FakeCollection;
import org.entente.connector.taxii.Faults;
import org.entente.connector.taxii.LocalServer;
import org.entente.connector.taxii.TaxiiClient;
import org.entente.connector.taxii.TaxiiException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PushTest {
  private static final String BUNDLE = "bundle--00000000-0000-4000-8000-000000000009";

  @TempDir Path folder;

  private final FakeCollection fake = new FakeCollection();
  private final List<String> answers = new ArrayList<>();
  private InputStream stdin = InputStream.nullInputStream();
  private LocalServer server;
  private TaxiiClient client;
  private DiskLane disk;

  @BeforeEach
  void start() throws Exception {
    server = LocalServer.start(fake);
    client = Clients.of(server);
    disk = new DiskLane(server.vertx(), "push-test");
  }

  @AfterEach
  void stop() throws Exception {
    server.close();
  }

  private PushResult push(int batch, List<String> policies, boolean dryRun, String... files)
      throws Exception {
    CollectionUrl collection =
        CollectionUrl.parse(server.url("/r/collections/" + FakeCollection.ID).toString());
    PrintWriter nowhere = new PrintWriter(new StringWriter());
    Progress progress = new Progress(nowhere, Clients.CLOCK, false, "pushed");
    Future<PushResult> pushed =
        new Push(client, disk, stdin, progress, answers::add)
            .run(new PushRequest(collection, List.of(files), batch, policies, dryRun));
    return pushed.await(60, TimeUnit.SECONDS);
  }

  private PushResult push(int batch, String... files) throws Exception {
    return push(batch, List.of(), false, files);
  }

  private String file(String name, String text) throws Exception {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  private static List<String> objects(int from, int to) {
    return IntStream.range(from, to).mapToObj(FakeCollection::object).toList();
  }

  private static String bundle(List<String> objects) {
    return "{\"type\":\"bundle\",\"id\":\"bundle--1\",\"objects\":["
        + String.join(",\n", objects)
        + "]}";
  }

  private List<Integer> stored() {
    return fake.rows.stream()
        .map(row -> new io.vertx.core.json.JsonObject(row.json()).getInteger("n"))
        .toList();
  }

  private static List<Integer> numbers(int from, int to) {
    return IntStream.range(from, to).boxed().toList();
  }

  private long posts() {
    return server.asked.stream().filter(line -> line.startsWith("POST")).count();
  }

  @Test
  void run_everyShapeOfFile_isPushedInOrder() throws Exception {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(bundle(objects(6, 8)).getBytes(StandardCharsets.UTF_8));
    }
    stdin = new ByteArrayInputStream(packed.toByteArray());

    PushResult result =
        push(
            1000,
            file("bundle.json", bundle(objects(0, 2))),
            file("bom.json", "\ufeff{\"objects\":[" + FakeCollection.object(2) + "]}"),
            file("one.json", FakeCollection.object(3)),
            file("lines.jsonl", String.join("\n", objects(4, 6)) + "\n"),
            "-",
            file("array.json", "[" + String.join(",", objects(8, 10)) + "]"));

    assertThat(result.success()).isEqualTo(10);
    assertThat(stored()).isEqualTo(numbers(0, 10));
    assertThat(posts()).isEqualTo(1);
  }

  @Test
  void run_gzipMembersThatComeApart_areAllRead() throws Exception {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    List<Integer> ends = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
        gzip.write((FakeCollection.object(i) + "\n").getBytes(StandardCharsets.UTF_8));
      }
      ends.add(packed.size());
    }
    stdin = new Portions(packed.toByteArray(), ends);

    assertThat(push(1000, "-").success()).isEqualTo(3);
    assertThat(stored()).isEqualTo(numbers(0, 3));
  }

  /** A pipe: what was written together comes together, and nobody knows what is still to come. */
  private static final class Portions extends InputStream {
    private final byte[] bytes;
    private final List<Integer> ends;
    private int at;

    Portions(byte[] bytes, List<Integer> ends) {
      this.bytes = bytes;
      this.ends = ends;
    }

    @Override
    public int read() {
      return at < bytes.length ? bytes[at++] & 0xff : -1;
    }

    @Override
    public int read(byte[] into, int offset, int length) {
      int end = ends.stream().filter(one -> one > at).findFirst().orElse(at);
      int size = Math.min(length, end - at);
      System.arraycopy(bytes, at, into, offset, size);
      at += size;
      return size == 0 ? -1 : size;
    }
  }

  @Test
  void run_statusThatForgetsObjects_countsThemAsFailed() throws Exception {
    fake.forgotten = 2;

    PushResult result = push(10, file("f", bundle(objects(0, 5))));

    assertThat(result.success()).isEqualTo(3);
    assertThat(result.failure()).isEqualTo(2);
    assertThat(result.failures())
        .extracting(PushFailure::message)
        .containsExactly("2 objects failed that the server does not name");
  }

  @Test
  void run_fileThatCannotBeRead_isNamed() throws Exception {
    String cut = folder.resolve("cut.gz").toString();
    Files.write(Path.of(cut), new byte[] {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, 3, 1});
    String good = file("f", bundle(objects(0, 5)));

    assertThatThrownBy(() -> push(2, good, cut))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("`" + cut + "` cannot be read: ");
    assertThatThrownBy(() -> push(2, good, folder.toString()))
        .hasMessageStartingWith("`" + folder + "` cannot be read: ");
    assertThatThrownBy(() -> push(2, good, "nowhere"))
        .hasMessage("`nowhere` cannot be read: it does not exist");
  }

  @Test
  void run_batches_areCutByNumber() throws Exception {
    assertThat(push(3, file("f", bundle(objects(0, 10)))).success()).isEqualTo(10);
    assertThat(posts()).isEqualTo(4);
    assertThat(stored()).isEqualTo(numbers(0, 10));
  }

  @Test
  void run_batches_areCutByLength() throws Exception {
    fake.maxContentLength = 300;

    assertThat(push(1000, file("f", bundle(objects(0, 10)))).success()).isEqualTo(10);
    assertThat(posts()).isEqualTo(4);
    assertThat(stored()).isEqualTo(numbers(0, 10));
  }

  @Test
  void run_objectLargerThanTheServerTakes_failsAlone() throws Exception {
    fake.maxContentLength = 300;
    String large = "{\"type\":\"x\",\"id\":\"x--1\",\"n\":77,\"text\":\"" + "y".repeat(300) + "\"}";

    PushResult result =
        push(
            1000,
            file("f", bundle(List.of(FakeCollection.object(0), large, FakeCollection.object(1)))));

    assertThat(result.failure()).isEqualTo(1);
    assertThat(result.failures().get(0).message()).contains("larger than the server takes");
    assertThat(stored()).containsExactly(0, 1);
  }

  @Test
  void run_serverThatTakesLessThanItSays_isSentHalves() throws Exception {
    server.faults.add(fake);
    server.faults.add(fake);
    server.faults.add(Faults.status(413));

    assertThat(push(1000, file("f", bundle(objects(0, 9)))).success()).isEqualTo(9);
    assertThat(posts()).isEqualTo(3);
    assertThat(stored()).isEqualTo(numbers(0, 9));
  }

  @Test
  void run_failureOfAnObject_isNamed() throws Exception {
    fake.judge =
        json -> json.contains("\"n\":4") ? Optional.of("/objects/4: bad") : Optional.empty();
    fake.pendingPolls = 1;

    PushResult result = push(1000, file("f", bundle(objects(0, 9))));

    assertThat(result.success()).isEqualTo(8);
    assertThat(result.failure()).isEqualTo(1);
    assertThat(result.failures())
        .containsExactly(
            new PushFailure(
                "indicator--00000004-0000-4000-8000-000000000000", "v", "/objects/4: bad"));
  }

  @Test
  void run_repetitionThatAServerCountsAsFailure_isNone() throws Exception {
    fake.maxContentLength = 100_000;
    String file = file("f", bundle(objects(0, 100)));
    push(1000, file);
    fake.judge =
        json ->
            fake.rows.stream().anyMatch(row -> row.json().equals(json))
                ? Optional.of("Unable to process object")
                : Optional.empty();
    PushResult result = push(1000, file, file("new", FakeCollection.object(200)));

    assertThat(result.failure()).isZero();
    assertThat(result.success()).isEqualTo(101);
  }

  @Test
  void run_otherContentOfAVersionThatIsThere_isAFailure() throws Exception {
    push(1000, file("f", bundle(objects(0, 9))));
    fake.judge = json -> Optional.of("/objects/0: exists with other content");
    String changed = FakeCollection.object(7).replace("7.0", "7.5");

    PushResult result = push(1000, file("changed", changed));

    assertThat(result.failure()).isEqualTo(1);
  }

  @Test
  void run_serverThatRefusesAnEnvelopeForOneObject_getsTheOthers() throws Exception {
    fake.poison = "\"n\":4.0";

    PushResult result = push(1000, file("f", bundle(objects(0, 9))));

    assertThat(result.success()).isEqualTo(8);
    assertThat(result.failure()).isEqualTo(1);
    assertThat(result.failures().get(0).id())
        .isEqualTo("indicator--00000004-0000-4000-8000-000000000000");
    assertThat(stored()).containsExactly(0, 1, 2, 3, 5, 6, 7, 8);
  }

  @Test
  void run_unknownPolicy_isNotTriedWithSmallerEnvelopes() throws Exception {
    server.faults.add(fake);
    server.faults.add(fake);
    server.faults.add(Faults.status(422));
    String file = file("f", bundle(objects(0, 9)));

    assertThat(catchThrowable(() -> push(1000, List.of("p"), false, file)))
        .hasMessageContaining("answered 422");
    assertThat(posts()).isEqualTo(1);
  }

  @Test
  void run_passingFailures_areRetried() throws Exception {
    server.faults.add(fake);
    server.faults.add(fake);
    server.faults.add(Faults.status(503));
    server.faults.add(Faults.hangUp());
    server.faults.add(Faults.status(429, java.util.Map.of("Retry-After", "0")));

    assertThat(push(1000, file("f", bundle(objects(0, 9)))).success()).isEqualTo(9);
    assertThat(posts()).isEqualTo(4);
  }

  @Test
  void run_brokenObjects_failAloneAndAreNotSent() throws Exception {
    String twice = "{\"type\":\"x\",\"id\":\"x--1\",\"id\":\"x--1\"}";

    PushResult result =
        push(1000, file("f", bundle(List.of(twice, FakeCollection.object(0), "7"))));

    assertThat(result.success()).isEqualTo(1);
    assertThat(result.failure()).isEqualTo(2);
    assertThat(result.failures().get(0).message()).contains("f`, object 0: ");
  }

  @Test
  void run_fileCutOff_isSaidAndTheNextFilesGo() throws Exception {
    String whole = bundle(objects(0, 3));

    PushResult result =
        push(
            1000,
            file("cut", whole.substring(0, whole.length() - 5)),
            file("csv", "id,value\n1,2\n"),
            file("good", FakeCollection.object(5)));

    assertThat(stored()).contains(0, 1, 5);
    assertThat(result.failures())
        .extracting(PushFailure::message)
        .anyMatch(m -> m.contains("cut`"));
    assertThat(result.failures())
        .extracting(PushFailure::message)
        .anyMatch(m -> m.contains("csv`"));
  }

  @Test
  void run_nothing_isNoFailure() throws Exception {
    PushResult result =
        push(
            1000,
            file("list", "[ ]"),
            file("bundle", "{\"type\":\"bundle\",\"id\":\"" + BUNDLE + "\"}"),
            file("envelope", "{\"objects\":[]}"));

    assertThat(result).isEqualTo(PushResult.NOTHING);
    assertThat(posts()).isZero();
  }

  @Test
  void run_emptyFile_isAFailureAndTheNextFileGoes() throws Exception {
    PushResult result =
        push(1000, file("empty", ""), file("blank", " \n"), file("f", FakeCollection.object(3)));

    assertThat(result.failures())
        .extracting(PushFailure::message)
        .containsExactly(
            "`" + folder.resolve("empty") + "` holds no objects",
            "`" + folder.resolve("blank") + "` holds no objects");
    assertThat(stored()).containsExactly(3);
  }

  @Test
  void run_bundleThatIsWrongItself_isPushedAndNoted() throws Exception {
    String old = "{\"type\":\"bundle\",\"spec_version\":\"2.0\",\"objects\":[%s]}";

    PushResult result = push(1000, file("old", old.formatted(FakeCollection.object(7))));

    assertThat(stored()).contains(7);
    assertThat(result.failures()).isEmpty();
    assertThat(result.notes())
        .hasSize(2)
        .anyMatch(note -> note.endsWith("old`: in the bundle itself: `id` is missing (B2)"))
        .anyMatch(note -> note.contains("this is a STIX 2.0 bundle, only 2.1 is accepted (B9)"));
  }

  @Test
  void run_readOnlyCollection_isSaidBeforeAnythingIsSent() throws Exception {
    fake.canWrite = false;
    String file = file("f", bundle(objects(0, 3)));

    assertThat(catchThrowable(() -> push(1000, file)))
        .isInstanceOf(TaxiiException.class)
        .hasMessageContaining("does not let this credential write");
    assertThat(posts()).isZero();
  }

  @Test
  void run_serverThatTakesNothing_isNotSentEverything() throws Exception {
    fake.judge = json -> Optional.of("no");
    String file = file("f", bundle(objects(0, 50)));

    assertThat(catchThrowable(() -> push(1, file))).hasMessageContaining("takes none");
    assertThat(posts()).isEqualTo(3);
  }

  @Test
  void run_dryRun_asksAndStoresNothing() throws Exception {
    String answer = "{\"items\":[]}";
    server.faults.add(fake);
    server.faults.add(fake);
    server.faults.add(Faults.text("application/json", answer));

    PushResult result = push(1000, List.of("p"), true, file("f", bundle(objects(0, 3))));

    assertThat(answers).containsExactly(answer);
    assertThat(server.asked.get(2))
        .isEqualTo("POST /member/v1/explain?collection=" + FakeCollection.ID + "&policy=p");
    assertThat(stored()).isEmpty();
    assertThat(result.failure()).isZero();
  }

  @Test
  void run_manyObjectsFromAStream_areHeldABatchAtATime() throws Exception {
    fake.maxContentLength = 1 << 20;
    String lines = String.join("\n", objects(0, 5000));
    stdin = new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8));

    assertThat(push(700, "-").success()).isEqualTo(5000);
    assertThat(stored()).isEqualTo(numbers(0, 5000));
    assertThat(posts()).isEqualTo(8);
  }
}
