// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.observe;

import static java.nio.charset.StandardCharsets.UTF_8;

import ch.qos.logback.classic.pattern.ThrowableProxyConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.encoder.EncoderBase;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import org.slf4j.event.KeyValuePair;

/**
 * One JSON object a line: time, level, logger, thread and message, the record's own fields beside
 * them, and the stack trace as {@code exception}.
 */
final class JsonLines extends EncoderBase<ILoggingEvent> {
  private static final Set<String> TAKEN =
      Set.of("time", "level", "logger", "thread", "message", "exception");

  private final JsonFactory json = new JsonFactory();
  private final ThrowableProxyConverter trace = new ThrowableProxyConverter();

  @Override
  public void start() {
    trace.start();
    super.start();
  }

  @Override
  public byte[] headerBytes() {
    return new byte[0];
  }

  @Override
  public byte[] footerBytes() {
    return new byte[0];
  }

  @Override
  public byte[] encode(ILoggingEvent event) {
    StringWriter line = new StringWriter();
    try (JsonGenerator out = json.createGenerator(line)) {
      out.writeStartObject();
      out.writeStringField("time", event.getInstant().toString());
      out.writeStringField("level", event.getLevel().toString());
      out.writeStringField("logger", event.getLoggerName());
      out.writeStringField("thread", event.getThreadName());
      out.writeStringField("message", event.getFormattedMessage());
      writeFields(event.getKeyValuePairs(), out);
      if (event.getThrowableProxy() != null) {
        out.writeStringField("exception", trace.convert(event));
      }
      out.writeEndObject();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return line.append('\n').toString().getBytes(UTF_8);
  }

  private static void writeFields(List<KeyValuePair> fields, JsonGenerator out) throws IOException {
    if (fields == null) {
      return;
    }
    for (KeyValuePair field : fields) {
      String name = TAKEN.contains(field.key) ? field.key + "_" : field.key;
      if (field.value instanceof Integer || field.value instanceof Long) {
        out.writeFieldName(name);
        out.writeRawValue(field.value.toString());
      } else {
        out.writeStringField(name, String.valueOf(field.value));
      }
    }
  }
}
