// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.connector.taxii;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.entente.connector.taxii.TaxiiException.Kind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TaxiiClientTest {
  private static final PageQuery FIRST =
      new PageQuery(Optional.empty(), Optional.empty(), 10, List.of(), true);

  private final FakeCollection fake = new FakeCollection();
  private final List<String> objects = new ArrayList<>();
  private final ObjectSink sink =
      new ObjectSink() {
        @Override
        public void begin() {
          objects.clear();
        }

        @Override
        public void object(byte[] json) {
          objects.add(new String(json, StandardCharsets.UTF_8));
        }
      };
  private LocalServer server;
  private TaxiiClient client;
  private CollectionUrl collection;

  @BeforeEach
  void start() throws Exception {
    server = LocalServer.start(fake);
    client = Clients.of(server);
    collection = CollectionUrl.parse(server.url("/r/collections/" + FakeCollection.ID).toString());
    for (int i = 0; i < 3; i++) {
      fake.add(FakeCollection.object(i));
    }
  }

  @AfterEach
  void stop() throws Exception {
    await(client.close());
    server.close();
  }

  private static <T> T await(Future<T> future) throws Exception {
    return future.await(60, TimeUnit.SECONDS);
  }

  private TaxiiException failure(Future<?> future) {
    return org.assertj.core.api.Assertions.catchThrowableOfType(
        TaxiiException.class, () -> await(future));
  }

  @Test
  void objects_asPosted_areHandedOnByteForByte() throws Exception {
    Page page = await(client.objects(collection, FIRST, sink));

    assertThat(objects).containsExactlyElementsOf(fake.rows.stream().map(r -> r.json()).toList());
    assertThat(page.more()).isFalse();
    assertThat(page.added().last()).contains("2026-01-01T00:00:00.000003Z");
  }

  @Test
  void objects_pageOfALargeCollection_hasToken() throws Exception {
    fake.cap = 2;

    Page page = await(client.objects(collection, FIRST, sink));

    assertThat(page.more()).isTrue();
    assertThat(page.next()).contains("t2");
    assertThat(objects).hasSize(2);
  }

  @Test
  void objects_emptyEnvelopes_areEmptyPages() throws Exception {
    for (String body : List.of("{}", "{\"more\":false}", "{\"more\":false,\"objects\":[]}")) {
      server.faults.add(Faults.text("application/taxii+json;version=2.1", body));

      Page page = await(client.objects(collection, FIRST, sink));

      assertThat(page.objects()).isZero();
      assertThat(page.more()).isFalse();
    }
  }

  @Test
  void objects_bodyBrokenOff_areReadAnew() throws Exception {
    server.faults.add(Faults.brokenOff("{\"objects\":[{\"type\":\"x\",\"id\":\"y\"},"));

    await(client.objects(collection, FIRST, sink));

    assertThat(objects).hasSize(3);
    assertThat(server.asked).hasSize(2);
  }

  @Test
  void objects_wholeAnswerWithHalfAnEnvelope_areReadAnew() throws Exception {
    server.faults.add(Faults.text("application/taxii+json;version=2.1", "{\"objects\":[{\"a\":1}"));

    await(client.objects(collection, FIRST, sink));

    assertThat(objects).hasSize(3);
  }

  @Test
  void objects_lostAnswerOfAUsedUpToken_areNotAskedAgain() {
    server.faults.add(Faults.hangUp());
    PageQuery once = new PageQuery(Optional.empty(), Optional.of("t1"), 10, List.of(), false);

    assertThat(failure(client.objects(collection, once, sink)).kind()).isEqualTo(Kind.TRANSIENT);
    assertThat(server.asked).hasSize(1);
  }

  @Test
  void objects_overloadedServer_areAskedAgain() throws Exception {
    server.faults.add(Faults.status(429, Map.of("Retry-After", "0")));
    server.faults.add(Faults.status(503));

    await(client.objects(collection, FIRST, sink));

    assertThat(server.asked).hasSize(3);
  }

  @Test
  void objects_longWaitAsked_isNotWaitedFor() {
    server.faults.add(Faults.status(429, Map.of("Retry-After", "3600")));

    TaxiiException failure = failure(client.objects(collection, FIRST, sink));

    assertThat(failure.retryAfter().orElseThrow()).hasHours(1);
    assertThat(server.asked).hasSize(1);
  }

  @Test
  void objects_refusedRequest_isNotRepeated() {
    for (int status : List.of(400, 401, 403, 404, 406, 408, 413, 415, 422)) {
      server.asked.clear();
      server.faults.add(Faults.status(status));

      TaxiiException failure = failure(client.objects(collection, FIRST, sink));

      assertThat(failure.status()).isEqualTo(status);
      assertThat(failure).hasMessageContaining("no: not now: e1");
      assertThat(server.asked).hasSize(1);
    }
  }

  @Test
  void objects_webPage_isNoTaxii() {
    server.faults.add(Faults.text("text/html; charset=utf-8", "<html>"));

    assertThat(failure(client.objects(collection, FIRST, sink)))
        .hasMessageContaining("a web page")
        .extracting(TaxiiException::kind)
        .isEqualTo(Kind.FORMAT);
  }

  @Test
  void objects_taxii20_isRefusedInWords() {
    server.faults.add(Faults.text("application/vnd.oasis.stix+json; version=2.0", "{}"));

    assertThat(failure(client.objects(collection, FIRST, sink))).hasMessageContaining("TAXII 2.0");
  }

  @Test
  void objects_redirectOnTheSameServer_isFollowed() throws Exception {
    String elsewhere = "/r/collections/" + FakeCollection.ID + "/objects/?limit=1";
    server.faults.add(Faults.status(302, Map.of("Location", elsewhere)));

    await(client.objects(collection, FIRST, sink));

    assertThat(objects).hasSize(1);
  }

  @Test
  void objects_redirectToAnotherServer_takesNoCredentialThere() throws Exception {
    List<String> asked = new ArrayList<>();
    try (LocalServer other = LocalServer.start(request -> asked.add(request.uri()))) {
      String there = other.url("/r/").toString();
      server.faults.add(Faults.status(307, Map.of("Location", there)));

      TaxiiException failure = failure(client.objects(collection, FIRST, sink));

      assertThat(failure.kind()).isEqualTo(Kind.MOVED);
      assertThat(asked).isEmpty();
    }
  }

  @Test
  void objects_sinkThatFails_endsTheRequestWithItsOwnFailure() {
    ObjectSink full =
        new ObjectSink() {
          @Override
          public void begin() {}

          @Override
          public void object(byte[] json) {}

          @Override
          public Future<Void> ready() {
            return Future.failedFuture(new java.io.IOException("no space left"));
          }
        };

    assertThatThrownBy(() -> await(client.objects(collection, FIRST, full)))
        .isInstanceOf(java.io.IOException.class)
        .hasMessage("no space left");
    assertThat(server.asked).hasSize(1);
  }

  @Test
  void objects_strangeObject_isLeftOutAndNamed() throws Exception {
    String twice = "{\"objects\":[{\"id\":\"a\",\"id\":\"a\"},7,{\"type\":\"x\"}]}";
    server.faults.add(Faults.text("application/json", twice));

    Page page = await(client.objects(collection, FIRST, sink));

    assertThat(objects).containsExactly("{\"type\":\"x\"}");
    assertThat(page.refused()).hasSize(2);
  }

  @Test
  void discovery_relativeAndAbsoluteRoots_areResolved() throws Exception {
    String body =
        "{\"title\":\"t\",\"default\":\"/a/\",\"api_roots\":[\"/a\",\"https://x.test/b/\"]}";
    server.faults.add(Faults.text("application/taxii+json;version=2.1", body));

    Discovery found = await(client.discovery());

    assertThat(found.standard()).contains(server.url("/a/"));
    assertThat(found.apiRoots())
        .containsExactly(server.url("/a/"), URI.create("https://x.test/b/"));
    assertThat(server.asked).containsExactly("GET /taxii2/");
  }

  @Test
  void add_pendingStatus_isAwaited() throws Exception {
    fake.pendingPolls = 2;

    TaxiiStatus status =
        await(client.add(collection, Buffer.buffer("{\"objects\":[{\"id\":\"a\"}]}"), List.of()));

    assertThat(status.complete()).isTrue();
    assertThat(status.success()).isEqualTo(1);
    assertThat(server.asked).hasSize(3).last().isEqualTo("GET /r/status/s0/");
  }

  @Test
  void add_withPolicies_namesThemInTheHeader() throws Exception {
    Buffer envelope = Buffer.buffer("{\"objects\":[{\"id\":\"a\"}]}");

    await(client.add(collection, envelope, List.of("p1", "p2")));

    assertThat(fake.policies).containsExactly("p1, p2");
  }

  @Test
  void explain_elsewhere_isNotFound() {
    Buffer envelope = Buffer.buffer("{\"objects\":[{\"id\":\"a\"}]}");

    TaxiiException failure = failure(client.explain(collection, envelope, List.of()));

    assertThat(failure.kind()).isEqualTo(Kind.NOT_FOUND);
    assertThat(server.asked)
        .containsExactly("POST /member/v1/explain?collection=" + FakeCollection.ID);
  }

  @Test
  void open_credentialInTheClearToAnotherMachine_isRefused() {
    TaxiiRuntime runtime = Clients.runtime(server, new ArrayList<>());
    URI url = URI.create("http://hub.example/");
    TaxiiAuth auth = new TaxiiAuth.Bearer(ClientSecret.of("s3cret"));

    assertThatThrownBy(() -> TaxiiClient.open(runtime, Clients.OPTIONS, url, auth))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("in the clear")
        .hasMessageNotContaining("s3cret");
  }
}
