// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.http.StreamResetException;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bodies that come too slowly over HTTP/2, where one connection carries many. */
@TestInstance(Lifecycle.PER_CLASS)
class SlowStreamTest {
  private final Vertx vertx = Vertx.vertx();
  private final HttpClient client =
      vertx.createHttpClient(
          new HttpClientOptions()
              .setSsl(true)
              .setTrustAll(true)
              .setVerifyHost(false)
              .setUseAlpn(true)
              .setProtocolVersion(HttpVersion.HTTP_2));

  private LiveServer server;
  private String token;
  private String secret;

  @BeforeAll
  void start(@TempDir Path data) throws Exception {
    server =
        LiveServer.plan(data).set("listen.plain", "false").listeners(BadWireTest::hasty).start();
    token = server.adminToken();
    HttpClientRequest issue =
        begin(server.management(), "/admin/v1/members/acme/credentials/soc/secrets", token, "");
    secret =
        await(issue.end().compose(sent -> issue.response()).compose(answer -> answer.body()))
            .toJsonObject()
            .getString("secret");
  }

  @AfterAll
  void stop() throws Exception {
    await(vertx.close());
    server.close();
  }

  private static <T> T await(Future<T> future) throws Exception {
    return future.await(60, TimeUnit.SECONDS);
  }

  private HttpClientRequest begin(URI host, String path, String bearer, String type)
      throws Exception {
    RequestOptions options =
        new RequestOptions()
            .setHost("localhost")
            .setPort(host.getPort())
            .setMethod(HttpMethod.POST)
            .setURI(path)
            .putHeader("Authorization", "Bearer " + bearer)
            .putHeader("Content-Type", type);
    HttpClientRequest request = await(client.request(options));
    assertThat(request.version()).isEqualTo(HttpVersion.HTTP_2);
    return request.setChunked(true);
  }

  private HttpClientRequest slow(String what) throws Exception {
    return switch (what) {
      case "apply" -> begin(server.management(), "/admin/v1/apply", token, "application/yaml");
      case "explain" ->
          begin(
              server.partners(),
              "/member/v1/explain?credential=acme/soc&collection=exchange/indicators",
              secret,
              LiveServer.TAXII);
      default -> begin(server.partners(), LiveServer.INDICATORS, secret, LiveServer.TAXII);
    };
  }

  @ParameterizedTest
  @CsvSource({"apply, 0", "apply, 50", "explain, 0", "explain, 50", "push, 0", "push, 50"})
  void body_thatStopsOrDrips_is408_andItsStreamEnds(String what, long everyMillis)
      throws Exception {
    HttpClientRequest request = slow(what);
    Future<Void> reset =
        Future.future(
            over ->
                request.exceptionHandler(
                    failure -> {
                      if (failure instanceof StreamResetException) {
                        over.tryComplete();
                      }
                    }));
    Future<Void> unused = request.write(" ");
    if (everyMillis > 0) {
      long timer = vertx.setPeriodic(everyMillis, again -> request.write(" "));
      reset.onComplete(over -> vertx.cancelTimer(timer));
    }

    assertThat(await(request.response()).statusCode()).isEqualTo(408);

    await(reset);
  }

  @Test
  void body_besideASlowOneOnTheSameConnection_isTaken() throws Exception {
    HttpClientRequest slow = slow("apply");
    await(slow.write("kind: Mem"));
    HttpClientRequest other = slow("apply");
    assertThat(other.connection()).isSameAs(slow.connection());

    assertThat(await(slow.response()).statusCode()).isEqualTo(408);

    Future<Void> unused = other.end("[]");
    assertThat(await(other.response()).statusCode()).isNotEqualTo(408);
  }
}
