// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.stix.json;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.StringJoiner;
import java.util.random.RandomGenerator;
import org.entente.stix.json.scan.JsonText;

/** Makes well-formed JSON of every kind, the same for the same seed. */
public final class RandomJson {
  private static final String[] CHARACTERS = {
    "a",
    "b",
    "type",
    "id",
    " ",
    "{",
    "]",
    ",",
    ":",
    "é",
    "€",
    "😀",
    "\\\"",
    "\\\\",
    "\\/",
    "\\n",
    "\\u0061",
    "\\ud83d\\ude00",
    "\u007f",
    "\\u0000",
  };
  private static final String[] BLANKS = {"", "", " ", "\n", "\r\n\t", "\n          "};
  private static final String[] NUMBERS = {
    "0", "-0", "7", "-12", "3.25", "1e3", "-2.5E-7", "0.0e+00", "9007199254740993", "1e308",
  };

  private final RandomGenerator random;

  public RandomJson(RandomGenerator random) {
    this.random = random;
  }

  public String blank() {
    return pick(BLANKS);
  }

  public String object(int depth) {
    Map<String, String> members = new LinkedHashMap<>();
    for (int i = random.nextInt(random.nextInt(10) == 0 ? 60 : 6); i > 0; i--) {
      String name = string();
      String plain = JsonText.of(utf8(name), 0, utf8(name).length, true);
      members.put(plain, name + blank() + ":" + blank() + value(depth - 1));
    }
    StringJoiner joined = new StringJoiner(blank() + "," + blank(), "{" + blank(), blank() + "}");
    members.values().forEach(joined::add);
    return joined.toString();
  }

  private String value(int depth) {
    return switch (random.nextInt(depth > 0 ? 7 : 4)) {
      case 0 -> pick(NUMBERS);
      case 1 -> pick(new String[] {"true", "false", "null"});
      case 2, 3 -> string();
      case 4 -> array(depth);
      default -> object(depth);
    };
  }

  private String array(int depth) {
    StringJoiner joined = new StringJoiner(blank() + "," + blank(), "[" + blank(), blank() + "]");
    for (int i = random.nextInt(5); i > 0; i--) {
      joined.add(value(depth - 1));
    }
    return joined.toString();
  }

  private String string() {
    StringBuilder text = new StringBuilder("\"");
    for (int i = random.nextInt(12); i > 0; i--) {
      text.append(pick(CHARACTERS));
    }
    return text.append('"').toString();
  }

  private String pick(String[] from) {
    return from[random.nextInt(from.length)];
  }

  private static byte[] utf8(String text) {
    return text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
  }
}
