// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.connector.taxii;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.PfxOptions;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import org.entente.connector.taxii.TaxiiException.Kind;
import org.entente.connector.taxii.TaxiiOptions.Timeouts;
import org.entente.stix.json.Limits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TransportTest {
  private static final PageQuery FIRST =
      new PageQuery(Optional.empty(), Optional.empty(), 10, List.of(), true);

  private static final TaxiiAuth AUTH = new TaxiiAuth.Basic("u", ClientSecret.of("p"));

  @TempDir Path folder;

  private final CollectedObjects objects = new CollectedObjects();

  private static CollectionUrl collection(LocalServer server) {
    return CollectionUrl.parse(server.url("/r/collections/" + FakeCollection.ID).toString());
  }

  private Page read(LocalServer server, TaxiiOptions options) throws Exception {
    TaxiiClient client = Clients.of(server, options, AUTH);
    Future<Page> page = client.objects(collection(server), FIRST, objects);
    return page.eventually(client::close).await(60, TimeUnit.SECONDS);
  }

  private TaxiiException failure(LocalServer server, TaxiiOptions options) {
    return catchThrowableOfType(TaxiiException.class, () -> read(server, options));
  }

  private static TaxiiOptions impatient(int attempts) {
    Timeouts short_ =
        new Timeouts(Duration.ofSeconds(5), Duration.ofMillis(150), Duration.ofSeconds(5));
    return Clients.OPTIONS.with(short_, Clients.OPTIONS.retry().withAttempts(attempts));
  }

  private static Buffer gzip(String text) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return Buffer.buffer(packed.toByteArray());
  }

  @Test
  void request_always_saysWhoAndWhat() throws Exception {
    List<String> headers = new CopyOnWriteArrayList<>();
    FakeCollection fake = new FakeCollection();
    try (LocalServer server =
        LocalServer.start(
            request -> {
              for (String name : List.of("User-Agent", "Accept", "Authorization")) {
                headers.add(request.getHeader(name));
              }
              fake.handle(request);
            })) {
      read(server, Clients.OPTIONS);
    }
    assertThat(headers).containsExactly("test", "application/taxii+json;version=2.1", "Basic dTpw");
  }

  @Test
  void answer_gzip_isUnpacked() throws Exception {
    Buffer packed = gzip("{\"objects\":[{\"type\":\"x\",\"text\":\"" + "y".repeat(9000) + "\"}]}");
    List<String> accepted = new CopyOnWriteArrayList<>();
    try (LocalServer server =
        LocalServer.start(
            request -> {
              accepted.add(request.getHeader("Accept-Encoding"));
              request.response().putHeader("Content-Encoding", "gzip").end(packed);
            })) {
      assertThat(read(server, Clients.OPTIONS).objects()).isEqualTo(1);
    }
    assertThat(accepted.get(0)).contains("gzip");
    assertThat(objects.objects().get(0)).hasSizeGreaterThan(9000);
  }

  @Test
  void answer_gzipCutOff_isReadAnew() throws Exception {
    Buffer packed = gzip("{\"objects\":[{\"type\":\"x\",\"text\":\"" + "y".repeat(9000) + "\"}]}");
    FakeCollection fake = new FakeCollection();
    fake.add(FakeCollection.object(1));
    try (LocalServer server = LocalServer.start(fake)) {
      server.faults.add(
          request ->
              request
                  .response()
                  .putHeader("Content-Encoding", "gzip")
                  .end(packed.slice(0, packed.length() / 2)));

      assertThat(read(server, Clients.OPTIONS).objects()).isEqualTo(1);
      assertThat(server.asked).hasSize(2);
    }
  }

  @Test
  void answer_gzipBomb_isRefusedOnTheWay() throws Exception {
    Buffer packed = gzip("{\"objects\":[" + " ".repeat(50_000_000) + "]}");
    TaxiiOptions normal = Clients.OPTIONS;
    TaxiiOptions small =
        new TaxiiOptions(
            normal.userAgent(),
            normal.timeouts(),
            normal.retry(),
            Optional.empty(),
            false,
            new Limits(1_000_000, 100, 100, Limits.DEFAULT.object()));
    try (LocalServer server =
        LocalServer.start(
            request -> request.response().putHeader("Content-Encoding", "gzip").end(packed))) {
      assertThat(failure(server, small))
          .hasMessageContaining("larger than 1000000 bytes")
          .extracting(TaxiiException::kind)
          .isEqualTo(Kind.FORMAT);
    }
  }

  @Test
  void answer_neverComing_isGivenUp() throws Exception {
    try (LocalServer server = LocalServer.start(request -> {})) {
      assertThat(failure(server, impatient(2)).kind()).isEqualTo(Kind.TRANSIENT);
      assertThat(server.asked).hasSize(2);
    }
  }

  @Test
  void answer_fallingSilent_isReadAnew() throws Exception {
    FakeCollection fake = new FakeCollection();
    fake.add(FakeCollection.object(1));
    try (LocalServer server = LocalServer.start(fake)) {
      server.faults.add(
          request -> request.response().setChunked(true).write("{\"objects\":[{\"type\":\"x\"},"));

      assertThat(read(server, impatient(3)).objects()).isEqualTo(1);
      assertThat(objects.objects()).hasSize(1);
    }
  }

  @Test
  void answer_tricklingWithoutSilence_isReadToTheEnd() throws Exception {
    String body = "{\"objects\":[{\"type\":\"x\"}]}";
    try (LocalServer server =
        LocalServer.start(
            request -> {
              request.response().setChunked(true);
              int[] at = {0};
              request.response().exceptionHandler(gone -> at[0] = body.length());
              Vertx.currentContext()
                  .owner()
                  .setPeriodic(
                      20,
                      timer -> {
                        if (at[0] < body.length()) {
                          request.response().write(body.substring(at[0], at[0] + 1));
                          at[0]++;
                        } else if (!request.response().ended()) {
                          request.response().end();
                        }
                      });
            })) {
      assertThat(read(server, Clients.OPTIONS).objects()).isEqualTo(1);
      assertThat(server.asked).hasSize(1);
    }
  }

  @Test
  void connection_refused_isRetriedThenGivenUp() throws Exception {
    List<String> notices = new ArrayList<>();
    LocalServer server = LocalServer.start(request -> {});
    try (LocalServer runner = LocalServer.start(request -> {})) {
      CollectionUrl collection = collection(server);
      server.close();
      TaxiiClient client =
          TaxiiClient.open(
              Clients.runtime(runner, notices), Clients.OPTIONS, collection.root(), AUTH);

      TaxiiException failure =
          catchThrowableOfType(
              TaxiiException.class,
              () -> client.objects(collection, FIRST, objects).await(60, TimeUnit.SECONDS));

      assertThat(failure.kind()).isEqualTo(Kind.TRANSIENT);
      assertThat(failure.status()).isZero();
    }
  }

  @Test
  void connection_serverUnderAnotherAuthority_isNotTrusted() throws Exception {
    try (LocalServer server = tls("a")) {
      TaxiiException failure = failure(server, Clients.OPTIONS);

      assertThat(failure.kind()).isEqualTo(Kind.REFUSED);
      assertThat(failure).hasMessageContaining("no trusted TLS connection");
      assertThat(server.asked).isEmpty();
    }
  }

  @Test
  void connection_serverUnderTheGivenAuthority_isTrusted() throws Exception {
    try (LocalServer server = tls("a")) {
      TaxiiOptions options = Clients.OPTIONS.trusting(Optional.of(folder.resolve("a.pem")), false);

      assertThat(read(server, options).more()).isFalse();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"missing.pem", "empty.pem", "damaged.pem"})
  void open_authoritiesThatCannotBeRead_areNamed(String name) throws Exception {
    Files.writeString(folder.resolve("empty.pem"), "");
    Files.writeString(folder.resolve("damaged.pem"), "-----BEGIN CERTIFICATE-----\nx\n");
    Path file = folder.resolve(name);
    TaxiiOptions options = Clients.OPTIONS.trusting(Optional.of(file), false);
    try (LocalServer server = LocalServer.start(request -> {})) {
      assertThatThrownBy(
              () ->
                  TaxiiClient.open(
                      Clients.runtime(server, new ArrayList<>()), options, server.url("/"), AUTH))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("`" + file + "` holds no certificates that can be read");
    }
  }

  @Test
  void connection_certificateForAnotherName_isNotTrusted() throws Exception {
    try (LocalServer server = tls("other", "dns:elsewhere.test")) {
      TaxiiOptions options =
          Clients.OPTIONS.trusting(Optional.of(folder.resolve("other.pem")), false);

      assertThat(failure(server, options).kind()).isEqualTo(Kind.REFUSED);
      assertThat(server.asked).isEmpty();
    }
  }

  private LocalServer tls(String name) throws Exception {
    return tls(name, "ip:127.0.0.1");
  }

  /** A server with a certificate of its own, which is also written as PEM. */
  private LocalServer tls(String name, String subject) throws Exception {
    Path store = folder.resolve(name + ".p12");
    String keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    Process made =
        new ProcessBuilder(
                List.of(
                    keytool,
                    "-genkeypair",
                    "-alias",
                    "s",
                    "-keyalg",
                    "EC",
                    "-dname",
                    "CN=" + name,
                    "-ext",
                    "san=" + subject,
                    "-validity",
                    "3650",
                    "-storetype",
                    "PKCS12",
                    "-storepass",
                    "changeit",
                    "-keystore",
                    store.toString()))
            .redirectErrorStream(true)
            .start();
    assertThat(made.waitFor(60, TimeUnit.SECONDS)).isTrue();
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(store)) {
      keys.load(in, "changeit".toCharArray());
    }
    String base64 = Base64.getMimeEncoder().encodeToString(keys.getCertificate("s").getEncoded());
    Files.writeString(
        folder.resolve(name + ".pem"),
        "-----BEGIN CERTIFICATE-----\n" + base64 + "\n-----END CERTIFICATE-----\n");
    HttpServerOptions options =
        new HttpServerOptions()
            .setSsl(true)
            .setKeyCertOptions(new PfxOptions().setPath(store.toString()).setPassword("changeit"));
    FakeCollection fake = new FakeCollection();
    return LocalServer.start(options, fake);
  }

  @Test
  void notices_longWait_isSaid() throws Exception {
    List<String> notices = new CopyOnWriteArrayList<>();
    FakeCollection fake = new FakeCollection();
    try (LocalServer server = LocalServer.start(fake)) {
      server.faults.add(Faults.status(429, Map.of("Retry-After", "2")));
      TaxiiClient client =
          TaxiiClient.open(
              Clients.runtime(server, notices), Clients.OPTIONS, server.url("/"), AUTH);

      Page page = client.objects(collection(server), FIRST, objects).await(60, TimeUnit.SECONDS);

      assertThat(page.objects()).isZero();
    }
    assertThat(notices).singleElement().asString().endsWith("trying again in 2 s");
  }
}
