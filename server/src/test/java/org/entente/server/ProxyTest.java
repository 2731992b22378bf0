// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Behind a proxy of ours, and behind what only says that it is one. */
class ProxyTest {
  private static final String CREDENTIAL =
      """
      kind: Credential
      id: borealis/soc
      reader: internal
      acts_as: ext-direct
      roles: [publisher, consumer]
      ceiling: AMBER+STRICT
      allow_from: [192.0.2.0/24, '2001:db8::/32']
      certificates: ['subject:CN=tool']
      """;

  @TempDir Path data;

  private LiveServer server;
  private String secret;

  @BeforeEach
  void start() throws Exception {
    begin("127.0.0.1,10.0.0.0/8");
  }

  private void begin(String proxies) throws Exception {
    server = LiveServer.plan(data).set("trusted_proxies", proxies).start();
    RawAnswer applied = server.admin("POST", "/apply", "application/yaml", CREDENTIAL);
    assertThat(applied.status()).as(applied.text()).isEqualTo(200);
    secret = server.secret("borealis/soc");
  }

  @AfterEach
  void stop() throws Exception {
    server.close();
  }

  private RawAnswer ask(String headers) throws Exception {
    return server.ask(
        "GET /taxii2/ HTTP/1.1\r\nHost: x\r\nConnection: close\r\n" + headers + "\r\n");
  }

  private int from(String forwarded) throws Exception {
    String header = forwarded.isEmpty() ? "" : "X-Forwarded-For: " + forwarded + "\r\n";
    return ask("Authorization: Bearer " + secret + "\r\n" + header).status();
  }

  @ParameterizedTest
  @CsvSource({
    "192.0.2.9, 200",
    "'198.51.100.1, 192.0.2.9', 200",
    "'198.51.100.1, 192.0.2.9, 10.1.2.3', 200",
    "192.0.2.9:4711, 200",
    "2001:db8::1, 200",
    "'[2001:db8::1]:4711', 200",
    "'192.0.2.9, 198.51.100.1', 401",
    "'192.0.2.9, unknown', 401",
    "'192.0.2.9, ', 401",
    "'', 401"
  })
  void get_forwarded_countsAsTheLastAddressThatIsNoProxy(String forwarded, int status)
      throws Exception {
    assertThat(from(forwarded)).isEqualTo(status);
  }

  @Test
  void get_forwardedInSeveralLines_isReadInTheirOrder() throws Exception {
    assertThat(from("198.51.100.1\r\nX-Forwarded-For: 192.0.2.9")).isEqualTo(200);
    assertThat(from("192.0.2.9\r\nX-Forwarded-For: 198.51.100.1")).isEqualTo(401);
  }

  @Test
  void get_forwardedWithMoreThanAnybodyHas_countsAsTheLastAddress() throws Exception {
    String made = "198.51.100.1, ".repeat(1000);
    assertThat(from(made + "192.0.2.9")).isEqualTo(200);
    String guess = "Authorization: Bearer wrong\r\nX-Forwarded-For: " + made;
    for (int i = 0; i < 20; i++) {
      assertThat(ask(guess + "203.0.113." + i + "\r\n").status()).isEqualTo(401);
    }
  }

  @Test
  void get_forwardedByWhoIsNoProxy_countsAsThePeer() throws Exception {
    server.close();
    begin("10.0.0.0/8");
    assertThat(from("192.0.2.9")).isEqualTo(401);
  }

  @Test
  void get_guesses_countForTheClientBehindTheProxy() throws Exception {
    String guess = "Authorization: Bearer wrong\r\nX-Forwarded-For: ";
    for (int i = 0; i < 10; i++) {
      assertThat(ask(guess + "198.51.100.1\r\n").status()).isEqualTo(401);
    }
    assertThat(ask(guess + "198.51.100.1\r\n").status()).isEqualTo(429);
    assertThat(ask(guess + "198.51.100.2\r\n").status()).isEqualTo(401);
  }

  @Test
  void get_certificateOfTheClient_isBelievedFromAProxyOnly() throws Exception {
    Issuer issuer = new Issuer("CN=members");
    String place = "X-Forwarded-For: 192.0.2.9\r\nClient-Cert: ";
    String shown = place + issuer.issue("CN=tool").header() + "\r\n";
    assertThat(ask(shown).status()).isEqualTo(200);
    assertThat(ask(place + issuer.issue("CN=other").header() + "\r\n").status()).isEqualTo(401);
    Instant past = Instant.parse("2021-01-01T00:00:00Z");
    assertThat(ask(place + issuer.issue("CN=tool", past).header() + "\r\n").status())
        .isEqualTo(401);
    String two = "Client-Cert: " + issuer.issue("CN=other").header() + "\r\n";
    assertThat(ask(shown + two).status()).isEqualTo(401);
    server.close();
    begin("10.0.0.0/8");
    assertThat(ask(shown).status()).isEqualTo(401);
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "::", ":AAAA:", ":!!!:", ":MIIB:", "MIIB"})
  void get_certificateThatCannotBeRead_isNone(String header) throws Exception {
    assertThat(ask("X-Forwarded-For: 192.0.2.9\r\nClient-Cert: " + header + "\r\n").status())
        .isEqualTo(401);
  }
}
