// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.server.LiveServer.INDICATORS;
import static org.entente.server.Samples.envelope;
import static org.entente.server.Samples.indicator;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** Nothing that opens a door is said, whatever is asked and however much is logged. */
class UnseenSecretsTest {
  private static final String PASSWORD = "correct horse battery staple";
  private static final String WRONG = "ent_wrongwrongwrongwrongwrongwrongwrongwrongwrongwrongw";

  private final Logger ours = (Logger) LoggerFactory.getLogger("org.entente");
  private final Level usual = ours.getLevel();
  private final ListAppender<ILoggingEvent> log = new ListAppender<>();
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private final PrintStream out = System.out;
  private final PrintStream err = System.err;
  private final List<String> answers = new ArrayList<>();

  @BeforeEach
  void listen() {
    log.start();
    ours.setLevel(Level.TRACE);
    ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).addAppender(log);
    System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
    System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
  }

  @AfterEach
  void stopListening() {
    System.setOut(out);
    System.setErr(err);
    ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).detachAppender(log);
    ours.setLevel(usual);
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private void ask(LiveServer server, String header) throws Exception {
    String get = "GET " + INDICATORS + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n";
    RawAnswer answer = server.ask(get + header + "\r\n\r\n");
    answers.add(answer.headers() + answer.text());
  }

  private List<String> lines() {
    List<String> lines = new ArrayList<>();
    for (ILoggingEvent event : List.copyOf(log.list)) {
      lines.add(event.getFormattedMessage() + event.getKeyValuePairs() + event.getMDCPropertyMap());
      if (event.getThrowableProxy() != null) {
        lines.add(ThrowableProxyUtil.asString(event.getThrowableProxy()));
      }
    }
    lines.add(said.toString(StandardCharsets.UTF_8));
    lines.addAll(answers);
    return lines;
  }

  @Test
  void everything_whateverIsAsked_saysNoSecret(@TempDir Path data) throws Exception {
    List<String> secrets = new ArrayList<>(List.of(PASSWORD, base64("acme/soc:" + PASSWORD)));
    secrets.addAll(List.of(WRONG, base64("acme/soc:" + WRONG)));
    try (LiveServer server = LiveServer.start(data)) {
      secrets.add(server.adminToken());
      String secret = server.secret("acme/soc");
      secrets.addAll(List.of(secret, base64("acme/soc:" + secret)));
      String body = "{\"password\":\"" + PASSWORD + "\"}";
      String path = "/members/acme/credentials/soc/password";
      RawAnswer set = server.admin("PUT", path, "application/json", body);
      assertThat(set.status()).as(set.text()).isEqualTo(204);
      answers.add(server.admin("PUT", path, "text/html", body).text());
      answers.add(server.admin("PUT", path, "application/json", body + "x").text());
      for (String text : List.of(secret, WRONG, PASSWORD)) {
        ask(server, "Authorization: Basic " + base64("acme/soc:" + text));
        ask(server, "Authorization: Bearer " + text);
        ask(server, "Authorization: Token " + text);
        ask(server, "Authorization: Unknown " + text);
        ask(server, "X-API-Key: " + text);
        ask(server, "X-Request-Id: <" + text + ">");
      }
      answers.add(server.post(secret, envelope(indicator(1), "1")).text());
      answers.add(server.post(secret, "{".getBytes(StandardCharsets.UTF_8)).text());
      answers.add(server.get("/taxii2/?limit=x", secret).text());
      answers.add(server.admin("DELETE", "/members/acme/credentials/soc/secrets", "x", "").text());
      answers.add(server.get("/taxii2/", secret).text());
    }
    assertThat(log.list).hasSizeGreaterThan(20);
    for (String line : lines()) {
      assertThat(line).doesNotContain(secrets);
    }
  }
}
