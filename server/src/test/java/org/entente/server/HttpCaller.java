// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server;

import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Sends requests as they are written down: nothing is added, escaped, followed or unpacked. */
public final class HttpCaller implements AutoCloseable {
  private static final int SECONDS = 60;

  private final Vertx vertx = Vertx.vertx();
  private final HttpClient client =
      vertx.createHttpClient(new HttpClientOptions().setDecompressionSupported(false));

  /** A header line. */
  public record Header(String name, String value) {}

  /**
   * A request.
   *
   * @param method in capitals
   * @param target path and query as they go over the wire
   * @param headers in order; a name may stand several times
   * @param body perhaps empty
   * @param chunked whether the length is not said
   */
  public record Ask(
      String method, String target, List<Header> headers, Buffer body, boolean chunked) {
    /** A request without headers and body. */
    public static Ask of(String method, String target) {
      return new Ask(method, target, List.of(), Buffer.buffer(), false);
    }

    /** The same with one more header line. */
    public Ask with(String name, String value) {
      List<Header> more = new ArrayList<>(headers);
      more.add(new Header(name, value));
      return new Ask(method, target, List.copyOf(more), body, chunked);
    }

    /** The same with a body in UTF-8. */
    public Ask body(String text) {
      return body(Buffer.buffer(text), false);
    }

    /** The same with a body. */
    public Ask body(Buffer bytes, boolean inChunks) {
      return new Ask(method, target, headers, bytes, inChunks);
    }
  }

  /**
   * An answer.
   *
   * @param status the HTTP status
   * @param headers names in any case
   * @param body as it came
   */
  public record Reply(int status, MultiMap headers, Buffer body) {
    /** The body as UTF-8. */
    public String text() {
      return body.toString();
    }
  }

  /** Sends to a host and waits for the whole answer. */
  public Reply send(URI host, Ask ask) throws Exception {
    return begin(host, ask).await(SECONDS, TimeUnit.SECONDS);
  }

  /** Sends to a host. */
  Future<Reply> begin(URI host, Ask ask) {
    RequestOptions options =
        new RequestOptions()
            .setHost(host.getHost())
            .setPort(host.getPort())
            .setMethod(HttpMethod.valueOf(ask.method()))
            .setURI(ask.target());
    return client.request(options).compose(request -> send(request, ask));
  }

  private static Future<Reply> send(HttpClientRequest request, Ask ask) {
    for (Header header : ask.headers()) {
      request.headers().add(header.name(), header.value());
    }
    if (ask.chunked()) {
      request.setChunked(true);
    }
    Future<Reply> reply =
        request
            .response()
            .compose(
                answer ->
                    answer
                        .body()
                        .map(body -> new Reply(answer.statusCode(), answer.headers(), body)));
    boolean bare = ask.body().length() == 0 && !ask.method().equals("POST");
    // an early answer counts although the rest of the body finds nobody
    Future<Void> unused = bare ? request.end() : request.end(ask.body());
    return reply;
  }

  @Override
  public void close() throws Exception {
    vertx.close().await(SECONDS, TimeUnit.SECONDS);
  }
}
