// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.demo;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.entente.connector.taxii.TaxiiRuntime;

/** Fills a node with the sample and finds out who sees what of it. */
public final class Demo {
  private final Vertx vertx;
  private final InstantSource clock;
  private final RandomGenerator random;
  private final Node node;
  private final Path data;
  private final Sample sample = new Sample();

  /**
   * Prepares.
   *
   * @param clock for the members' clients
   * @param random for the members' clients
   * @param node not started yet
   * @param data the node's folder
   */
  public Demo(Vertx vertx, InstantSource clock, RandomGenerator random, Node node, Path data) {
    this.vertx = vertx;
    this.clock = clock;
    this.random = random;
    this.node = node;
    this.data = data;
  }

  /** Starts the node, fills it and tells; the node runs on. */
  public Future<Void> run(PrintWriter out) {
    HttpClient client = vertx.createHttpClient(new HttpClientOptions());
    return node.start()
        .compose(started -> vertx.fileSystem().readFile(data.resolve("admin.token").toString()))
        .compose(token -> show(client, token.toString().strip()))
        .map(
            shown -> {
              new Page(out).print(shown);
              return (Void) null;
            })
        .eventually(client::close);
  }

  private Future<Shown> show(HttpClient client, String token) {
    Community community =
        new Community(
            new Api(client, node.managementPort(), "Bearer " + token, "application/json"));
    return community.apply(sample.community()).compose(credentials -> fill(community, credentials));
  }

  private Future<Shown> fill(Community community, List<String> credentials) {
    String partners = "http://127.0.0.1:" + node.partnersPort();
    TaxiiRuntime runtime = new TaxiiRuntime(vertx, clock, random, notice -> {});
    return community
        .issue(credentials)
        .compose(
            secrets ->
                new Pushes(runtime, partners, secrets, sample, data)
                    .run()
                    .compose(
                        count ->
                            sights(community, credentials)
                                .map(
                                    sights ->
                                        new Shown(
                                            count,
                                            secrets,
                                            sights,
                                            partners,
                                            "http://127.0.0.1:" + node.managementPort(),
                                            data))));
  }

  private Future<Map<Sample.Chosen, List<Community.Sight>>> sights(
      Community community, List<String> credentials) {
    List<String> readers = credentials.stream().filter(id -> !id.endsWith("/sensor")).toList();
    Future<Map<Sample.Chosen, List<Community.Sight>>> all =
        Future.succeededFuture(new LinkedHashMap<>());
    for (Sample.Chosen chosen : sample.chosen()) {
      all =
          all.compose(
              sights ->
                  community
                      .sights(chosen, readers)
                      .map(
                          found -> {
                            sights.put(chosen, found);
                            return sights;
                          }));
    }
    return all;
  }

  /** Stops the node. */
  public Future<Void> stop() {
    return node.stop();
  }
}
