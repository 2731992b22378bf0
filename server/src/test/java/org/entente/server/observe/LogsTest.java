// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.observe;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.OutputStreamAppender;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.List;
import org.entente.server.config.Config;
import org.junit.jupiter.api.Test;
import org.slf4j.event.KeyValuePair;

class LogsTest {
  private final LoggerContext context = new LoggerContext();

  @Test
  void json_record_isOneLineWithItsFields() throws Exception {
    LoggingEvent event = event("a \"quoted\"\nline \ud800", new IllegalStateException("why"));
    event.setKeyValuePairs(
        List.of(
            new KeyValuePair(LogFields.REQUEST, "r-1"),
            new KeyValuePair("objects", 3),
            new KeyValuePair("level", "mine")));

    String line = write(Config.Log.Format.JSON, event);

    assertThat(line).endsWith("}\n").doesNotContain("\n{");
    assertThat(line.strip()).doesNotContain("\n");
    JsonNode record = new ObjectMapper().readTree(line);
    assertThat(record.path("time").textValue()).isEqualTo("2026-01-02T03:04:05.678Z");
    assertThat(record.path("level").textValue()).isEqualTo("WARN");
    assertThat(record.path("logger").textValue()).isEqualTo("org.entente.test");
    assertThat(record.path("message").textValue()).isEqualTo("a \"quoted\"\nline ?");
    assertThat(record.path("request_id").textValue()).isEqualTo("r-1");
    assertThat(record.path("objects").intValue()).isEqualTo(3);
    assertThat(record.path("level_").textValue()).isEqualTo("mine");
    assertThat(record.path("exception").textValue())
        .startsWith("java.lang.IllegalStateException: why")
        .contains("LogsTest");
  }

  @Test
  void text_recordWithControlCharacters_cannotForgeALine() {
    LoggingEvent event = event("first\r\n2026-01-02T03:04:05.678Z ERROR \u001b[2J", null);
    event.setKeyValuePairs(List.of(new KeyValuePair(LogFields.REQUEST, "r\n1")));

    assertThat(write(Config.Log.Format.TEXT, event))
        .isEqualTo(
            "2026-01-02T03:04:05.678Z WARN  org.entente.test"
                + " first..2026-01-02T03:04:05.678Z ERROR .[2J request_id=\"r.1\"\n");
  }

  @Test
  void level_debug_isForOurLoggersOnly() {
    Logs.apply(context, Config.Log.Format.TEXT, org.slf4j.event.Level.DEBUG);

    assertThat(context.getLogger("org.entente.server").isDebugEnabled()).isTrue();
    assertThat(context.getLogger("io.netty").isInfoEnabled()).isFalse();
    assertThat(context.getLogger("io.netty").isWarnEnabled()).isTrue();
  }

  @Test
  void level_error_isForAllLoggers() {
    Logs.apply(context, Config.Log.Format.JSON, org.slf4j.event.Level.ERROR);

    assertThat(context.getLogger("org.entente.server").isWarnEnabled()).isFalse();
    assertThat(context.getLogger("io.netty").isWarnEnabled()).isFalse();
  }

  private LoggingEvent event(String message, Throwable cause) {
    Logger logger = context.getLogger("org.entente.test");
    LoggingEvent event = new LoggingEvent("", logger, Level.WARN, message, cause, new Object[0]);
    event.setInstant(Instant.parse("2026-01-02T03:04:05.678Z"));
    return event;
  }

  private String write(Config.Log.Format format, LoggingEvent event) {
    Logs.apply(context, format, org.slf4j.event.Level.INFO);
    OutputStreamAppender<ILoggingEvent> console =
        (OutputStreamAppender<ILoggingEvent>) context.getLogger("ROOT").getAppender("console");
    return new String(console.getEncoder().encode(event), UTF_8);
  }
}
