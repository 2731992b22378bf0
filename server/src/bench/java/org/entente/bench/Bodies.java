// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.bench;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/** Looks into bodies, where a body is looked into at all. */
final class Bodies {
  /** The envelope of a poll that finds nothing. */
  static final String NOTHING = "{\"more\":false}";

  private static final Pattern NEXT = Pattern.compile("\"next\":\\s*\"([^\"]+)\"");
  private static final Pattern INDICATOR = Pattern.compile("\"type\": \"indicator\"");

  private Bodies() {}

  /** The text of a body, unpacked where it was packed. */
  static String text(Answer answer) {
    if (!answer.header("Content-Encoding").equals("gzip")) {
      return answer.text();
    }
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(answer.bytes()))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new BenchFailure("a compressed body cannot be unpacked", broken);
    }
  }

  /** The token of the next page, or empty text. */
  static String next(String envelope) {
    Matcher matcher = NEXT.matcher(tail(envelope));
    return matcher.find() ? matcher.group(1) : "";
  }

  /** Everything before the members that are one reader's own. */
  static String objects(String envelope) {
    return envelope.substring(0, envelope.lastIndexOf(']') + 1);
  }

  /** How many of the benchmark's indicators an envelope holds. */
  static int indicators(String envelope) {
    return (int) INDICATOR.matcher(envelope).results().count();
  }

  private static String tail(String envelope) {
    return envelope.substring(envelope.lastIndexOf(']') + 1);
  }
}
