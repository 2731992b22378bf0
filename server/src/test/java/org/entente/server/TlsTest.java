// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** TLS at the partners' door (TAXII 2.1 §8.2.2). */
@TestInstance(Lifecycle.PER_CLASS)
class TlsTest {
  private static final int ALERT = 21;
  private static final int HANDSHAKE = 22;
  private static final int TIMEOUT = 30_000;

  private LiveServer server;

  @BeforeAll
  void start(@TempDir Path folder) throws Exception {
    server = LiveServer.plan(folder.resolve("data")).set("listen.plain", "false").start();
  }

  @AfterAll
  void stop() throws Exception {
    server.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
  void handshake_eachCurrentVersion_isAnswered(String version) throws Exception {
    URI partners = server.partners();
    assertThat(partners.getScheme()).isEqualTo("https");
    try (SSLSocket socket = (SSLSocket) trusting().getSocketFactory().createSocket()) {
      socket.setSoTimeout(TIMEOUT);
      socket.setEnabledProtocols(new String[] {version});
      socket.connect(new InetSocketAddress("127.0.0.1", partners.getPort()), TIMEOUT);
      String ask = "GET /taxii2/ HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(ask.getBytes(StandardCharsets.US_ASCII));

      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

      assertThat(answer).startsWith("HTTP/1.1 401").contains("application/taxii+json;version=2.1");
      assertThat(socket.getSession().getProtocol()).isEqualTo(version);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "TLS 1.2 with ECDHE and GCM, 0x0303, 0xC02B, 22",
    "TLS 1.2 with ECDHE and ChaCha, 0x0303, 0xCCA9, 22",
    "TLS 1.1, 0x0302, 0xC02B, 21",
    "TLS 1.0, 0x0301, 0xC009, 21",
    "SSL 3, 0x0300, 0xC009, 21",
    "ECDHE with CBC, 0x0303, 0xC009, 21",
    "ECDHE with CBC and SHA-256, 0x0303, 0xC023, 21",
    "RSA key exchange, 0x0303, 0x009C, 21",
    "3DES, 0x0303, 0xC008, 21",
    "RC4, 0x0303, 0xC007, 21",
    "NULL, 0x0303, 0xC006, 21"
  })
  void hello_offeringOneWay_isTakenOrRefused(String name, String version, String suite, int answer)
      throws Exception {
    try (Socket socket = new Socket("127.0.0.1", server.partners().getPort())) {
      socket.setSoTimeout(TIMEOUT);
      socket.getOutputStream().write(hello(Integer.decode(version), Integer.decode(suite)));

      int kind = new DataInputStream(socket.getInputStream()).readUnsignedByte();

      assertThat(kind).as(name).isEqualTo(answer).isIn(ALERT, HANDSHAKE);
    }
  }

  @Test
  void plainHttp_whereTlsIs_isNotAnswered() throws Exception {
    try (Socket socket = new Socket("127.0.0.1", server.partners().getPort())) {
      socket.setSoTimeout(TIMEOUT);
      socket
          .getOutputStream()
          .write("GET /taxii2/ HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.US_ASCII));

      String answer =
          new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);

      assertThat(answer).doesNotContain("HTTP/1.1 2", "HTTP/1.1 3", "taxii");
    }
  }

  /** A ClientHello of RFC 5246 that offers one version and one suite, on the curve P-256. */
  private static byte[] hello(int version, int suite) throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(body);
    out.writeShort(version);
    out.write(new byte[32]);
    out.writeByte(0);
    out.writeShort(2);
    out.writeShort(suite);
    out.writeShort(0x0100);
    byte[] extensions = {
      0,
      10,
      0,
      4,
      0,
      2,
      0,
      23, // supported_groups: secp256r1
      0,
      11,
      0,
      2,
      1,
      0, // ec_point_formats: uncompressed
      0,
      13,
      0,
      6,
      0,
      4,
      4,
      3,
      2,
      3 // signature_algorithms: ecdsa with SHA-256, with SHA-1
    };
    out.writeShort(extensions.length);
    out.write(extensions);
    ByteArrayOutputStream record = new ByteArrayOutputStream();
    DataOutputStream framed = new DataOutputStream(record);
    framed.writeByte(HANDSHAKE);
    framed.writeShort(0x0301);
    framed.writeShort(body.size() + 4);
    framed.writeByte(1);
    framed.writeByte(0);
    framed.writeShort(body.size());
    framed.write(body.toByteArray());
    return record.toByteArray();
  }

  private static SSLContext trusting() throws Exception {
    X509TrustManager all =
        new X509TrustManager() {
          @Override
          public void checkClientTrusted(X509Certificate[] chain, String type) {}

          @Override
          public void checkServerTrusted(X509Certificate[] chain, String type) {}

          @Override
          public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
          }
        };
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, new TrustManager[] {all}, null);
    return context;
  }
}
