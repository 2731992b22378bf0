// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.Certificate;
import java.time.Duration;
import java.time.Instant;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLSocket;
import org.entente.server.http.ListenersSettings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Certificates of clients, and of the server when they change. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ClientCertificateTest {
  private static final String CREDENTIAL =
      """
      kind: Credential
      id: borealis/soc
      reader: internal
      acts_as: ext-direct
      roles: [publisher, consumer]
      ceiling: AMBER+STRICT
      certificates: ['%s']
      """;

  private Path folder;
  private Issuer issuer;
  private Issuer stranger;
  private Issuer.Issued served;
  private LiveServer server;

  @BeforeAll
  void start(@TempDir Path temporary) throws Exception {
    folder = temporary;
    issuer = new Issuer("CN=members");
    stranger = new Issuer("CN=members");
    issuer.write(folder.resolve("ca.pem"));
    served = new Issuer("CN=servers").issue("CN=exchange");
    served.write(folder.resolve("server.pem"), folder.resolve("server.key"));
    server =
        LiveServer.plan(folder.resolve("data"))
            .set("listen.plain", "false")
            .set("tls.certificate", folder.resolve("server.pem").toString())
            .set("tls.key", folder.resolve("server.key").toString())
            .set("tls.client_ca", folder.resolve("ca.pem").toString())
            .listeners(ClientCertificateTest::watchful)
            .start();
  }

  private static ListenersSettings watchful(ListenersSettings usual) {
    return new ListenersSettings(
        usual.config(), 2, usual.patience(), Duration.ofMillis(50), usual.grace());
  }

  @AfterAll
  void stop() throws Exception {
    server.close();
  }

  private void certificate(String of) throws IOException {
    RawAnswer applied =
        server.admin("POST", "/apply", "application/yaml", CREDENTIAL.formatted(of));
    assertThat(applied.status()).as(applied.text()).isEqualTo(200);
  }

  private int discovery(String headers, KeyManager... keys) throws IOException {
    try (RawSocket socket = TrustAll.connect(server.partners(), keys)) {
      String get = "GET /taxii2/ HTTP/1.1\r\nHost: x\r\nConnection: close\r\n";
      return socket.send(get + headers + "\r\n").answer().status();
    }
  }

  /** Whether the server ends the handshake or refuses the request. */
  private boolean isRefused(Issuer.Issued shown) throws Exception {
    try {
      return discovery("", shown.managers()) == 401;
    } catch (IOException handshakeFailed) {
      return true;
    }
  }

  @Test
  void get_withTheCertificateOfTheCredential_isServed() throws Exception {
    Issuer.Issued own = issuer.issue("CN=tool,O=Borealis");
    certificate("sha256:" + own.sha256());
    assertThat(discovery("", own.managers())).isEqualTo(200);
    assertThat(discovery("", issuer.issue("CN=tool,O=Borealis").managers())).isEqualTo(401);
    assertThat(discovery("")).isEqualTo(401);
    assertThat(discovery("Authorization: Bearer wrong\r\n", own.managers())).isEqualTo(401);
  }

  @Test
  void get_withTheNameOfTheCredential_isServedHoweverItIsSpelt() throws Exception {
    certificate("subject:cn=Tool,  o=Borealis Energie, emailAddress=soc@borealis.example");
    String same = "CN=Tool,O=Borealis Energie,EMAILADDRESS=soc@borealis.example";
    assertThat(discovery("", issuer.issue(same).managers())).isEqualTo(200);
    assertThat(discovery("", issuer.issue("CN=Tool,O=Borealis").managers())).isEqualTo(401);
  }

  @Test
  void get_withACertificateOfNoOrAnotherIssuer_isRefused() throws Exception {
    certificate("subject:CN=tool,O=Borealis");
    assertThat(isRefused(issuer.issue("CN=tool,O=Borealis"))).isFalse();
    assertThat(isRefused(stranger.issue("CN=tool,O=Borealis"))).isTrue();
    Instant past = Instant.parse("2021-01-01T00:00:00Z");
    assertThat(isRefused(issuer.issue("CN=tool,O=Borealis", past))).isTrue();
  }

  @Test
  void get_withACertificateInAHeader_isRefusedOnADirectConnection() throws Exception {
    Issuer.Issued own = issuer.issue("CN=tool,O=Borealis");
    certificate("sha256:" + own.sha256());
    assertThat(discovery("Client-Cert: " + own.header() + "\r\n")).isEqualTo(401);
  }

  @Test
  void management_withTheCertificateOfACredential_isNotServed() throws Exception {
    Issuer.Issued own = issuer.issue("CN=tool,O=Borealis");
    certificate("sha256:" + own.sha256());
    try (RawSocket socket = TrustAll.connect(server.management(), own.managers())) {
      String head = LiveServer.head("GET", "/admin/v1/members", "");
      assertThat(socket.send(head + "\r\n").answer().status()).isEqualTo(401);
    }
  }

  @Test
  void request_inHttp2_isAnsweredInHttp2() throws Exception {
    HttpClient client = HttpClient.newBuilder().sslContext(TrustAll.context()).build();
    URI discovery = server.partners().resolve("/taxii2/");
    String secret = server.secret("acme/soc");
    HttpRequest.Builder request =
        HttpRequest.newBuilder(discovery).header("Authorization", "Bearer " + secret);
    HttpResponse<String> got = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    assertThat(got.version()).isEqualTo(HttpClient.Version.HTTP_2);
    assertThat(got.statusCode()).isEqualTo(200);
    HttpRequest push =
        request
            .uri(server.partners().resolve(LiveServer.INDICATORS))
            .header("Content-Type", LiveServer.TAXII)
            .POST(HttpRequest.BodyPublishers.ofByteArray(Samples.envelope(Samples.indicator(1))))
            .build();
    HttpResponse<String> pushed = client.send(push, HttpResponse.BodyHandlers.ofString());
    assertThat(pushed.version()).isEqualTo(HttpClient.Version.HTTP_2);
    assertThat(pushed.statusCode()).isEqualTo(202);
  }

  private Certificate shown() throws IOException {
    try (RawSocket socket = TrustAll.connect(server.partners())) {
      return ((SSLSocket) socket.socket()).getSession().getPeerCertificates()[0];
    }
  }

  private void awaitShown(Issuer.Issued expected) throws IOException {
    for (int same = 0; same < 4; ) {
      same = shown().equals(expected.certificate()) ? same + 1 : 0;
    }
  }

  @Test
  void certificates_thatChange_areShownToNewConnections() throws Exception {
    Path certificate = folder.resolve("server.pem");
    Path key = folder.resolve("server.key");
    try (RawSocket before = TrustAll.connect(server.partners())) {
      String get = "GET /taxii2/ HTTP/1.1\r\nHost: x\r\n\r\n";
      assertThat(before.send(get).answer().status()).isEqualTo(401);
      Issuer.Issued second = new Issuer("CN=servers").issue("CN=second");
      second.write(certificate, key);
      awaitShown(second);
      Files.writeString(certificate, "no certificate");
      assertThat(shown()).isEqualTo(second.certificate());
      Issuer.Issued third = new Issuer("CN=servers").issue("CN=third");
      third.write(certificate, key);
      awaitShown(third);
      assertThat(before.send(get).answer().status()).isEqualTo(401);
    }
  }
}
