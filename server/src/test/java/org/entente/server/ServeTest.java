// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.entente.server.Samples.envelope;
import static org.entente.server.Samples.indicator;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.cert.CertificateFactory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What is a matter of the process: what it says, how it refuses to start, how it ends. */
@Timeout(180)
class ServeTest {
  private static final int TERMINATED = 128 + 15;
  private static final int INTERRUPTED = 128 + 2;

  @TempDir Path folder;

  private Path config(String more) throws Exception {
    String listen = "listen: {partners: '127.0.0.1:0', management: '127.0.0.1:0'}\n";
    return Files.writeString(folder.resolve("entente.yaml"), listen + more);
  }

  private ServeProcess serve(Path config, String... more) throws Exception {
    List<String> args =
        new ArrayList<>(
            List.of("serve", "--config", config.toString(), "--data", data().toString()));
    args.addAll(List.of("--community", "../config/communities/sample"));
    args.addAll(List.of(more));
    return ServeProcess.run(folder.resolve("log"), List.of(), args.toArray(String[]::new));
  }

  private Path data() {
    return folder.resolve("data");
  }

  private static void isCalm(String log) {
    assertThat(log).doesNotContain("Exception").doesNotContain("\tat ");
  }

  private String fingerprint() throws Exception {
    try (var in = Files.newInputStream(data().resolve("tls.crt"))) {
      byte[] der = CertificateFactory.getInstance("X.509").generateCertificate(in).getEncoded();
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(der);
      return HexFormat.ofDelimiter(":").withUpperCase().formatHex(hash);
    }
  }

  @Test
  void serve_withoutACertificate_makesOneAndSaysWhatIsOpen() throws Exception {
    try (ServeProcess server = serve(config(""))) {
      List<URI> open = server.ready();
      assertThat(server.said()).hasSize(1);
      assertThat(server.err()).contains("certificate SHA-256 " + fingerprint());
      for (URI url : open) {
        try (RawSocket socket = TrustAll.connect(url)) {
          socket.send("GET /taxii2/ HTTP/1.1\r\nHost: x\r\n\r\n");
          assertThat(socket.answer().status()).isIn(401, 404);
        }
      }
      assertThatThrownBy(() -> agreeTwice(open.get(0))).isInstanceOf(IOException.class);
      Path trusted = data().resolve("admin.pem");
      assertThat(trusted).hasSameTextualContentAs(data().resolve("tls.crt"));
      Files.writeString(data().resolve("tls.crt"), "renewed");
      assertThat(trusted).hasContent("renewed");
    }
  }

  private static void agreeTwice(URI url) throws IOException {
    try (SSLSocket socket = (SSLSocket) TrustAll.connect(url).socket()) {
      socket.setEnabledProtocols(new String[] {"TLSv1.2"});
      socket.startHandshake();
      socket.startHandshake();
      RawAnswer unused =
          new RawSocket(socket).send("GET /taxii2/ HTTP/1.1\r\nHost: x\r\n\r\n").answer();
    }
  }

  @Test
  void serve_terminatedWithinAPush_finishesItAndEnds() throws Exception {
    try (ServeProcess server = serve(config(""), "--insecure-http", "0")) {
      List<URI> open = server.ready();
      String secret = ServeProcess.secret(open.get(1), data(), "acme/soc");
      byte[] body = envelope(indicator(1));
      try (RawSocket push = RawSocket.to(open.get(0))) {
        push.send(LiveServer.head("POST", LiveServer.INDICATORS, secret));
        push.send("Content-Type: " + LiveServer.TAXII + "\r\nExpect: 100-continue\r\n");
        push.send("Content-Length: " + body.length + "\r\n\r\n");
        assertThat(push.interim()).isEqualTo(100);
        server.signal("TERM");
        awaitClosed(open.get(0));
        assertThat(push.send(body).answer().status()).isEqualTo(202);
      }
      assertThat(server.end()).isEqualTo(TERMINATED);
      assertThat(server.rest()).isEmpty();
      isCalm(server.err());
    }
  }

  private static void awaitClosed(URI door) {
    try {
      while (true) {
        RawSocket.to(door).close();
      }
    } catch (IOException closed) {
      return;
    }
  }

  @Test
  void demo_interrupted_endsAndTakesItsFolderAway() throws Exception {
    Path log = folder.resolve("log");
    try (ServeProcess demo = ServeProcess.run(log, List.of(), "demo", "--port", "0")) {
      demo.until(line -> line.contains("curl"));
      demo.signal("INT");
      String rest = demo.rest();
      assertThat(demo.end()).isEqualTo(INTERRUPTED);
      isCalm(demo.err() + rest);
    }
  }

  @Test
  void serve_withABrokenCertificate_saysWhichInOneSentence() throws Exception {
    Path pem = Files.writeString(folder.resolve("server.pem"), "no certificate");
    Path key = Files.writeString(folder.resolve("server.key"), "no key");
    String tls = "tls: {certificate: '%s', key: '%s'}\n".formatted(pem, key);
    try (ServeProcess server = serve(config(tls))) {
      assertThat(server.end()).isEqualTo(1);
      assertThat(server.err().lines())
          .containsExactly("the file `" + pem + "` is no certificate in PEM form");
      assertThat(server.rest()).isEmpty();
    }
  }

  @Test
  void serve_withABrokenSchemaOfAnExtension_saysWhichFileAndField() throws Exception {
    String id = "extension-definition--d83fce45-ef58-4c6c-a3f4-1fbc32e98c6e";
    Path schema = Files.writeString(folder.resolve("a.json"), "{\"required\": \"name\"}");
    try (ServeProcess server = serve(config("extensions: {%s: a.json}\n".formatted(id)))) {
      assertThat(server.end()).isEqualTo(1);
      assertThat(server.err().lines())
          .singleElement()
          .asString()
          .startsWith("extensions." + id + ": " + schema + ": /required: ");
      assertThat(server.rest()).isEmpty();
    }
  }

  @Test
  void serve_onACommunityFolderWithoutDocuments_saysSoInsteadOfBeginningEmpty() throws Exception {
    Path empty = Files.createDirectory(folder.resolve("empty"));
    String config = config("").toString();
    String[] args = {
      "serve", "--config", config, "--data", data().toString(), "--community", empty.toString()
    };
    try (ServeProcess server = ServeProcess.run(folder.resolve("log"), List.of(), args)) {
      assertThat(server.end()).isEqualTo(1);
      assertThat(server.err().lines())
          .containsExactly("--community: no YAML or JSON file in `" + empty + "`");
    }
  }

  @Test
  void serve_withTheKeyOfAnotherCertificate_saysSoInOneSentence() throws Exception {
    Path pem = folder.resolve("server.pem");
    Path key = folder.resolve("server.key");
    Issuer issuer = new Issuer("CN=servers");
    issuer.issue("CN=other").write(pem, key);
    issuer.issue("CN=one").write(pem, folder.resolve("unused.key"));
    LiveServer.Plan plan =
        LiveServer.plan(data())
            .set("listen.plain", "false")
            .set("tls.certificate", pem.toString())
            .set("tls.key", key.toString());
    assertThatThrownBy(plan::start)
        .cause()
        .hasMessage("the key `" + key + "` cannot be used with the certificate `" + pem + "`");
  }

  @Test
  void serve_withABrokenConfiguration_saysEveryLineThatIsWrong() throws Exception {
    StringWriter err = new StringWriter();
    Path config = config("limits: {objects: many}\nlimit: 1\ntls: {key: 'nowhere'}\n");
    int code =
        Main.commandLine(new Chance(() -> Instant.EPOCH, () -> 0, random()), Map.of())
            .setErr(new PrintWriter(err, true))
            .execute("serve", "--config", config.toString(), "--data", data().toString());
    assertThat(code).isEqualTo(1);
    assertThat(err.toString().lines()).hasSizeGreaterThan(2).allMatch(line -> line.contains(": "));
    isCalm(err.toString());
    assertThat(data()).doesNotExist();
  }

  @Test
  void serve_onAStoreThatIsNotThere_refusesInsteadOfTakingAnother() throws Exception {
    StringWriter err = new StringWriter();
    Path config = config("store: {uri: 'mongodb://u:pass@db/entente?replicaSet=rs'}\n");
    int code =
        Main.commandLine(new Chance(() -> Instant.EPOCH, () -> 0, random()), Map.of())
            .setErr(new PrintWriter(err, true))
            .execute("serve", "--config", config.toString(), "--data", data().toString());
    assertThat(code).isEqualTo(1);
    assertThat(err.toString().lines())
        .containsExactly("store.uri: this release has the store `sqlite:` only");
    assertThat(data()).doesNotExist();
  }

  private static SecureRandom random() throws Exception {
    return SecureRandom.getInstanceStrong();
  }
}
