// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.connector.taxii.pull;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.vertx.core.Future;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.entente.connector.taxii.Clients;
import org.entente.connector.taxii.CollectionUrl;
import org.entente.connector.taxii.FakeCollection;
import org.entente.connector.taxii.FakeCollection.Paging;
import org.entente.connector.taxii.FakeCollection.Row;
import org.entente.connector.taxii.Faults;
import org.entente.connector.taxii.LocalServer;
import org.entente.connector.taxii.ObjectSink;
import org.entente.connector.taxii.TaxiiClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PagerTest {
  private final FakeCollection fake = new FakeCollection();
  private final List<String> taken = new ArrayList<>();
  private LocalServer server;
  private TaxiiClient client;
  private Pager pager;

  /** Keeps what came with whole pages. */
  private final class Taker implements ObjectSink {
    private final List<String> page = new ArrayList<>();

    @Override
    public void begin() {
      page.clear();
    }

    @Override
    public void object(byte[] json) {
      page.add(new String(json, StandardCharsets.UTF_8));
    }
  }

  @BeforeEach
  void start() throws Exception {
    server = LocalServer.start(fake);
    client = Clients.of(server);
    pager = pager(List.of());
  }

  private Pager pager(List<String> types) {
    String url = server.url("/r/collections/" + FakeCollection.ID + "/objects/").toString();
    return new Pager(client, CollectionUrl.parse(url), types);
  }

  @AfterEach
  void stop() throws Exception {
    server.close();
  }

  private static <T> T await(Future<T> future) throws Exception {
    return future.await(60, TimeUnit.SECONDS);
  }

  private Walk step(Walk walk, int limit) throws Exception {
    Taker taker = new Taker();
    Pager.Step step = await(pager.step(walk, limit, taker));
    taken.addAll(taker.page);
    assertThat(step.fresh()).isEqualTo(taker.page.size());
    return step.walk();
  }

  private Walk drain(Walk walk, int limit) throws Exception {
    Walk at = walk;
    while (!at.done()) {
      at = step(at, limit);
    }
    return at;
  }

  private void fill(int from, int to) {
    for (int i = from; i < to; i++) {
      fake.add(FakeCollection.object(i));
    }
  }

  private List<String> all() {
    return fake.rows.stream().map(Row::json).toList();
  }

  @ParameterizedTest
  @EnumSource(Paging.class)
  void drain_anyServer_takesEachObjectOnce(Paging paging) throws Exception {
    fake.paging = paging;
    for (int limit : List.of(1, 7, 20, 21, 1000)) {
      fake.rows.clear();
      taken.clear();
      fill(0, 20);

      Walk end = drain(Walk.begin(Optional.empty()), limit);
      fill(20, 25);
      drain(end.resume(), limit);

      assertThat(taken).as("limit %s", limit).containsExactlyElementsOf(all());
    }
  }

  @ParameterizedTest
  @EnumSource(Paging.class)
  void drain_inclusiveServer_takesEachObjectOnce(Paging paging) throws Exception {
    fake.paging = paging;
    fake.inclusive = true;
    fill(0, 20);

    Walk end = drain(Walk.begin(Optional.empty()), 6);
    fill(20, 25);
    drain(end.resume(), 6);

    assertThat(taken).containsExactlyElementsOf(all());
  }

  @ParameterizedTest
  @EnumSource(Paging.class)
  void drain_manyObjectsOfOneTime_takesEachOnce(Paging paging) throws Exception {
    fake.paging = paging;
    for (int i = 0; i < 100; i++) {
      fake.rows.add(new Row(FakeCollection.object(i), 1 + i / 40));
    }

    drain(Walk.begin(Optional.empty()), 10);

    assertThat(taken).containsExactlyElementsOf(all());
  }

  @Test
  void drain_moreObjectsOfOneTimeThanThePageCap_goesOnBehindThem() throws Exception {
    fake.paging = Paging.BY_TIME;
    fake.cap = 10;
    for (int i = 0; i < 30; i++) {
      fake.rows.add(new Row(FakeCollection.object(i), i < 25 ? 1 : 2));
    }

    drain(Walk.begin(Optional.empty()), 1000);

    assertThat(taken).contains(FakeCollection.object(29)).doesNotHaveDuplicates();
  }

  @Test
  void drain_noDates_asksTheManifest() throws Exception {
    fake.paging = Paging.BY_TIME;
    fake.dates = false;
    fill(0, 20);

    Walk end = drain(Walk.begin(Optional.empty()), 6);

    assertThat(taken).containsExactlyElementsOf(all());
    assertThat(end.last()).contains(FakeCollection.time(20));
  }

  @Test
  void drain_emptyCollection_ends() throws Exception {
    Walk end = drain(Walk.begin(Optional.of("2026-01-01T00:00:00Z")), 10);

    assertThat(end.resume().after()).contains("2026-01-01T00:00:00Z");
    assertThat(server.asked).hasSize(1);
  }

  @Test
  void step_forgottenToken_goesOnByTime() throws Exception {
    fake.paging = Paging.USED_UP;
    fill(0, 20);
    Walk walk = step(Walk.begin(Optional.empty()), 6);
    fake.forget();

    drain(walk, 6);

    assertThat(taken).containsExactlyElementsOf(all());
  }

  @Test
  void step_answerLostWhereTokensAreUsedUp_losesNothing() throws Exception {
    fake.paging = Paging.USED_UP;
    fill(0, 20);
    Walk walk = step(step(Walk.begin(Optional.empty()), 6), 6);
    server.faults.add(
        request -> {
          fake.handle(request);
          request.connection().close();
        });

    drain(walk, 6);

    assertThat(taken).containsExactlyElementsOf(all());
  }

  @ParameterizedTest
  @EnumSource(Paging.class)
  void step_resumedAfterAKill_losesAndRepeatsNothing(Paging paging) throws Exception {
    fake.paging = paging;
    fill(0, 20);
    Walk saved = step(step(Walk.begin(Optional.empty()), 6), 6);
    List<String> kept = List.copyOf(taken);
    Walk ahead = step(saved, 6);
    assertThat(ahead.done()).isFalse();
    taken.clear();
    taken.addAll(kept);

    drain(saved.resume(), 6);

    assertThat(taken).containsExactlyElementsOf(all());
  }

  @Test
  void step_pageTooLargeForTheServer_asksForLess() throws Exception {
    fill(0, 20);
    server.faults.add(Faults.status(413));
    server.faults.add(Faults.status(413));

    drain(Walk.begin(Optional.empty()), 8);

    assertThat(taken).containsExactlyElementsOf(all());
    assertThat(server.asked.get(2)).contains("limit=2");
    assertThat(server.asked.get(3)).contains("limit=2");
  }

  @Test
  void step_samePageForEver_isNoticed() {
    String same = "{\"more\":true,\"next\":\"n\",\"objects\":[{\"type\":\"x\"}]}";
    for (int i = 0; i < 5; i++) {
      server.faults.add(Faults.text("application/taxii+json;version=2.1", same));
    }

    Throwable failure = catchThrowable(() -> drain(Walk.begin(Optional.empty()), 10));

    assertThat(failure).hasMessageContaining("the same page again and again");
    assertThat(server.asked).hasSizeLessThan(5);
  }

  @Test
  void step_moreAndNoPlace_isRefused() {
    String lost = "{\"more\":true,\"objects\":[{\"type\":\"x\"}]}";
    server.faults.add(Faults.text("application/taxii+json;version=2.1", lost));
    server.faults.add(Faults.status(403));

    assertThat(catchThrowable(() -> drain(Walk.begin(Optional.empty()), 10)))
        .hasMessageContaining("does not say where it goes on");
  }

  @Test
  void step_types_areAskedForOnEachPage() throws Exception {
    fill(0, 3);
    fake.add("{\"type\":\"malware\",\"id\":\"malware--1\"}");
    pager = pager(List.of("malware", "tool"));

    drain(Walk.begin(Optional.empty()), 1);

    assertThat(taken).hasSize(1);
    assertThat(server.asked).allMatch(uri -> uri.contains("match%5Btype%5D=malware%2Ctool"));
  }

  @Test
  void step_unreachableServer_failsAfterTheLastAttempt() {
    for (int i = 0; i < 4; i++) {
      server.faults.add(Faults.hangUp());
    }

    assertThat(catchThrowable(() -> step(Walk.begin(Optional.empty()), 10)))
        .hasMessageContaining("did not answer to the end");
    assertThat(server.asked).hasSize(4);
  }
}
