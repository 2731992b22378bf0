// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.connector.feed.decode;

import java.io.IOException;
import java.io.Reader;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import org.entente.connector.feed.definition.DecodeSpec.Lines;

/** A record in each line. */
final class LinesDecoder implements Decoder {
  private final Lines spec;
  private final Set<String> empty;

  LinesDecoder(Lines spec, Set<String> empty) {
    this.spec = spec;
    this.empty = empty;
  }

  @Override
  public void decode(Reader text, RecordSink sink) throws IOException {
    LineSource lines = new LineSource(text, RawRecord.LONGEST);
    for (String line = lines.next(); line != null; line = lines.next()) {
      if (lines.cut()) {
        sink.take(RawRecord.broken(lines.number(), line, "the line is too long"));
        continue;
      }
      String content = withoutComment(line).strip();
      if (!content.isEmpty()) {
        sink.take(read(lines.number(), line, content));
      }
    }
  }

  private RawRecord read(long number, String line, String content) {
    if (spec.pattern().isEmpty()) {
      String value = spec.whole() ? content : content.split("\\s+", 2)[0];
      return RawRecord.of(
          number, empty.contains(value) ? Map.of() : Map.of("value", value), () -> line);
    }
    Matcher matcher = spec.pattern().get().matcher(content);
    if (!matcher.matches()) {
      return RawRecord.broken(number, line, "the line has not the form that the definition says");
    }
    Map<String, String> values = new HashMap<>();
    for (String name : spec.fields()) {
      String value = matcher.group(name);
      if (value != null && !empty.contains(value.strip())) {
        values.put(name, value.strip());
      }
    }
    return RawRecord.of(number, values, () -> line);
  }

  /** A comment begins a line, or stands behind white space: an address may have a `#` in it. */
  private String withoutComment(String line) {
    String kept = line;
    for (String mark : spec.comment()) {
      kept = before(kept, mark);
    }
    return kept;
  }

  private static String before(String line, String mark) {
    if (line.stripLeading().startsWith(mark)) {
      return "";
    }
    for (int at = line.indexOf(mark); at > 0; at = line.indexOf(mark, at + 1)) {
      if (Character.isWhitespace(line.charAt(at - 1))) {
        return line.substring(0, at);
      }
    }
    return line;
  }
}
