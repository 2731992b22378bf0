// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.stix.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.entente.stix.StixId;
import org.entente.stix.StixTimestamp;

/**
 * Holds ids and timestamps against expressions that say the same, for any text. Run with {@code
 * JAZZER_FUZZ=1 mvn test -pl stix-model -Dtest=ValuesFuzz}; {@link FuzzTargetTest} runs it on its
 * seeds and on seeded changes to them.
 */
class ValuesFuzz {
  private static final Pattern ID =
      Pattern.compile("[a-z][a-z0-9-]{2,249}--\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");
  private static final Pattern TIMESTAMP =
      Pattern.compile(
          "(\\d{4}-\\d\\d-\\d\\dT(?:[01]\\d|2[0-3]):\\d\\d:)(\\d\\d)(?:\\.(\\d{1,43}))?Z");

  @FuzzTest(maxDuration = "30s")
  void parse(byte[] bytes) {
    String text = new String(bytes, UTF_8);
    checkId(text);
    checkTimestamp(text);
  }

  private static void checkId(String text) {
    Optional<StixId> id = StixId.parse(text);
    Check.same(id.isPresent(), ID.matcher(text).matches());
    id.ifPresent(
        parsed -> {
          Check.same(parsed.toString(), text.toLowerCase(Locale.ROOT));
          Check.same(StixId.parse(parsed.toString()), id);
        });
  }

  private static void checkTimestamp(String text) {
    Optional<StixTimestamp> timestamp = StixTimestamp.parse(text);
    Check.same(timestamp.map(StixTimestamp::instant), expected(text));
    timestamp.ifPresent(parsed -> Check.same(parsed.toString(), text));
  }

  private static Optional<Instant> expected(String text) {
    var matcher = TIMESTAMP.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    boolean leap = matcher.group(2).equals("60");
    String digits = matcher.group(3) == null ? "0" : matcher.group(3);
    String nanos = digits.substring(0, Math.min(9, digits.length()));
    try {
      Instant instant =
          Instant.parse(matcher.group(1) + (leap ? "59" : matcher.group(2)) + "." + nanos + "Z");
      return Optional.of(leap ? instant.plusSeconds(1) : instant);
    } catch (DateTimeException notADate) {
      return Optional.empty();
    }
  }
}
