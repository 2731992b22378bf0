// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.observe;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.Encoder;
import org.entente.server.config.Config;
import org.slf4j.ILoggerFactory;
import org.slf4j.LoggerFactory;

/**
 * Where log records go and how they look: standard error, since standard output is the commands'.
 */
public final class Logs {
  /** Time in UTC; control characters, which could forge a line, are shown as dots. */
  private static final String PATTERN =
      "%d{\"yyyy-MM-dd'T'HH:mm:ss.SSS'Z'\",UTC} %-5level %logger{20}"
          + " %replace(%msg %kvp){'\\p{Cntrl}','.'}%n";

  private static final String ACCEPTING = "io.netty.bootstrap.ServerBootstrap";

  private Logs() {}

  /** Makes every logger write as the configuration says, from the next record on. */
  public static void configure(Config.Log log) {
    ILoggerFactory factory = LoggerFactory.getILoggerFactory();
    if (factory instanceof LoggerContext context) {
      apply(context, log.format(), log.level());
    }
  }

  /**
   * Sets the level of our own loggers. What libraries say below a warning is left out at any level:
   * it may hold what members send.
   */
  static void apply(LoggerContext context, Config.Log.Format format, org.slf4j.event.Level level) {
    context.reset();
    Encoder<ILoggingEvent> encoder = encoder(format);
    encoder.setContext(context);
    encoder.start();
    ConsoleAppender<ILoggingEvent> console = new ConsoleAppender<>();
    console.setContext(context);
    console.setName("console");
    console.setTarget("System.err");
    console.setEncoder(encoder);
    console.start();
    Level ours = Level.convertAnSLF4JLevel(level);
    Logger root = context.getLogger(Logger.ROOT_LOGGER_NAME);
    root.setLevel(ours.isGreaterOrEqual(Level.WARN) ? ours : Level.WARN);
    root.addAppender(console);
    context.getLogger("org.entente").setLevel(ours);
    // It warns of each client that comes while the listeners close.
    context.getLogger(ACCEPTING).setLevel(Level.ERROR);
  }

  private static Encoder<ILoggingEvent> encoder(Config.Log.Format format) {
    if (format == Config.Log.Format.JSON) {
      return new JsonLines();
    }
    PatternLayoutEncoder text = new PatternLayoutEncoder();
    text.setPattern(PATTERN);
    return text;
  }
}
