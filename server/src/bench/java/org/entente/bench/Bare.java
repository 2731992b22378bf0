// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.bench;

import io.vertx.core.AbstractVerticle;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A server that does nothing but send recorded answers, in turn: what Vert.x itself costs.
 * Arguments: folder and port, pair by pair.
 */
final class Bare extends AbstractVerticle {
  private final Map<Integer, List<Recording>> sets;

  private Bare(Map<Integer, List<Recording>> sets) {
    this.sets = sets;
  }

  public static void main(String[] args) throws IOException {
    Map<Integer, List<Recording>> sets = new TreeMap<>();
    for (int i = 0; i < args.length; i += 2) {
      sets.put(Integer.parseInt(args[i + 1]), Recording.read(Path.of(args[i])));
    }
    Vertx vertx = Vertx.vertx();
    int instances = Runtime.getRuntime().availableProcessors();
    vertx
        .deployVerticle(() -> new Bare(sets), new DeploymentOptions().setInstances(instances))
        .onSuccess(id -> System.out.println("ready"))
        .onFailure(
            failure -> {
              failure.printStackTrace();
              System.exit(1);
            });
  }

  @Override
  public void start(Promise<Void> started) {
    List<io.vertx.core.Future<?>> listening = new java.util.ArrayList<>();
    sets.forEach(
        (port, recordings) ->
            listening.add(
                vertx
                    .createHttpServer(new HttpServerOptions().setPort(port).setHost("127.0.0.1"))
                    .requestHandler(new Replay(recordings)::answer)
                    .listen()));
    io.vertx.core.Future.all(listening).<Void>mapEmpty().onComplete(started);
  }

  /** One event loop's turn through the recordings. */
  private static final class Replay {
    private final List<Recording> recordings;
    private final List<Buffer> bodies;
    private int turn;

    Replay(List<Recording> recordings) {
      this.recordings = recordings;
      bodies = recordings.stream().map(recording -> Buffer.buffer(recording.body())).toList();
    }

    void answer(HttpServerRequest request) {
      int at = turn++ % bodies.size();
      Recording recording = recordings.get(at);
      HttpServerResponse response = request.response().setStatusCode(recording.status());
      recording.headers().forEach(response::putHeader);
      response.end(bodies.get(at));
    }
  }
}
