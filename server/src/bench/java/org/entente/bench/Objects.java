// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.bench;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;

/** Makes indicators of about 1,360 bytes, the mean of what the page of 100 weighs. */
final class Objects {
  /** The publisher's identity. */
  static final String IDENTITY = "identity--5b1d2f7e-90a4-4c55-8f0e-2a7c4a6d3e10";

  private static final String GREEN = "marking-definition--bab4a63c-aed9-4cf5-a766-dfca5abac2bb";
  private static final String[] WORDS = {
    "beacon", "loader", "dropper", "callback", "registry", "service", "tunnel", "payload", "mutex",
    "staging", "lateral", "kernel", "driver", "token", "archive", "macro", "script", "implant"
  };
  private static final char[] HEX = "0123456789abcdef".toCharArray();

  private final SplittableRandom random;
  private long made;

  Objects(long seed) {
    random = new SplittableRandom(seed);
  }

  /** How many were made. */
  synchronized long made() {
    return made;
  }

  /** An envelope of new objects. */
  byte[] envelope(int count) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(64 + count * 1400);
    out.writeBytes("{\"objects\": [".getBytes(StandardCharsets.UTF_8));
    for (int i = 0; i < count; i++) {
      if (i > 0) {
        out.write(',');
      }
      out.writeBytes(next().getBytes(StandardCharsets.UTF_8));
    }
    out.writeBytes("]}".getBytes(StandardCharsets.UTF_8));
    return out.toByteArray();
  }

  /** A new object. */
  synchronized String next() {
    long minute = made++ % 500_000;
    String time =
        String.format(
            "2026-%02d-%02dT%02d:%02d:00.000Z",
            1 + minute / 43_200 % 12, 1 + minute / 1_440 % 28, minute / 60 % 24, minute % 60);
    String sha = hex(64);
    StringBuilder text = new StringBuilder(1400);
    text.append("{\"type\": \"indicator\", \"spec_version\": \"2.1\", \"id\": \"indicator--");
    text.append(uuid()).append("\", \"created_by_ref\": \"").append(IDENTITY);
    text.append("\", \"created\": \"").append(time).append("\", \"modified\": \"").append(time);
    text.append("\", \"name\": \"sample ").append(sha, 0, 12).append("\", \"description\": \"");
    while (text.length() < 900) {
      text.append(WORDS[random.nextInt(WORDS.length)]).append(' ');
    }
    text.append(hex(8)).append("\", \"indicator_types\": [\"malicious-activity\"], \"pattern\": ");
    text.append("\"[file:hashes.'SHA-256' = '").append(sha).append("' OR file:hashes.MD5 = '");
    text.append(hex(32)).append("']\", \"pattern_type\": \"stix\", \"valid_from\": \"");
    text.append(time).append("\", \"labels\": [\"bench\"], \"confidence\": ");
    text.append(random.nextInt(1, 100)).append(", \"object_marking_refs\": [\"").append(GREEN);
    text.append("\"]}");
    return text.toString();
  }

  private String uuid() {
    String digits = hex(32);
    return digits.substring(0, 8)
        + '-'
        + digits.substring(8, 12)
        + "-4"
        + digits.substring(13, 16)
        + "-a"
        + digits.substring(17, 20)
        + '-'
        + digits.substring(20);
  }

  private String hex(int length) {
    char[] digits = new char[length];
    for (int i = 0; i < length; i++) {
      digits[i] = HEX[random.nextInt(16)];
    }
    return new String(digits);
  }

  /** The publisher itself. */
  static byte[] identity() {
    String identity =
        "{\"objects\": [{\"type\": \"identity\", \"spec_version\": \"2.1\", \"id\": \""
            + IDENTITY
            + "\", \"created\": \"2026-01-01T00:00:00.000Z\", \"modified\": "
            + "\"2026-01-01T00:00:00.000Z\", \"name\": \"Publisher\", \"identity_class\": "
            + "\"organization\", \"object_marking_refs\": [\""
            + GREEN
            + "\"]}]}";
    return identity.getBytes(StandardCharsets.UTF_8);
  }
}
