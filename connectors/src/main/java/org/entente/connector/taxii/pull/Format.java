// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.connector.taxii.pull;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** How objects are written one after the other; their bytes stay, but for line ends. */
public enum Format {
  /** An object a line. */
  JSONL {
    @Override
    void object(ByteArrayOutputStream out, long before, byte[] json, RandomGenerator random) {
      out.writeBytes(oneLine(json));
      out.write('\n');
    }

    @Override
    byte[] tail(long objects, RandomGenerator random) {
      return new byte[0];
    }
  },

  /** One STIX bundle (STIX 2.1 §8). */
  BUNDLE {
    @Override
    void object(ByteArrayOutputStream out, long before, byte[] json, RandomGenerator random) {
      out.writeBytes(before == 0 ? ascii(head(random) + ",\"objects\":[\n") : ascii(",\n"));
      out.writeBytes(json);
    }

    /** An empty list is not allowed: a bundle of nothing has none (STIX 2.1 §2.8). */
    @Override
    byte[] tail(long objects, RandomGenerator random) {
      return ascii(objects == 0 ? head(random) + "}\n" : "\n]}\n");
    }
  };

  /** Appends an object to a file that has some number of objects before it. */
  abstract void object(ByteArrayOutputStream out, long before, byte[] json, RandomGenerator random);

  /** What makes a file of some objects whole; further objects are written over it. */
  abstract byte[] tail(long objects, RandomGenerator random);

  /** The name on the command line. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Line ends are white space wherever they stand in JSON: within strings they are escaped. */
  private static byte[] oneLine(byte[] json) {
    byte[] line = null;
    for (int i = 0; i < json.length; i++) {
      if (json[i] == '\n' || json[i] == '\r') {
        line = line == null ? json.clone() : line;
        line[i] = ' ';
      }
    }
    return line == null ? json : line;
  }

  private static String head(RandomGenerator random) {
    long high = (random.nextLong() & 0xffff_ffff_ffff_0fffL) | 0x4000L;
    long low = (random.nextLong() & 0x3fff_ffff_ffff_ffffL) | 0x8000_0000_0000_0000L;
    return "{\"type\":\"bundle\",\"id\":\"bundle--" + new UUID(high, low) + "\"";
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
