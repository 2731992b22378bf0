// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.connector.taxii;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Follows an envelope while it arrives and keeps its small members, {@code more} and {@code next}.
 * Looks at structure alone; whether it is JSON is for others to check.
 */
public final class EnvelopeMembers {
  /** What is longer than any token or flag is not kept. */
  private static final int MAX_TEXT = 16 << 10;

  private final Map<String, String> members = new HashMap<>();
  private final ByteArrayOutputStream text = new ByteArrayOutputStream(64);
  private String name = "";
  private int depth;
  private boolean quoted;
  private boolean escaped;
  private boolean value;
  private byte opening;

  /** Takes the next bytes. */
  public void feed(byte[] bytes) {
    for (byte b : bytes) {
      if (quoted) {
        string(b);
      } else {
        structure(b);
      }
    }
  }

  private void string(byte b) {
    keep(b);
    if (escaped) {
      escaped = false;
    } else if (b == '\\') {
      escaped = true;
    } else if (b == '"') {
      quoted = false;
    }
  }

  private void structure(byte b) {
    switch (b) {
      case '"' -> {
        quoted = true;
        keep(b);
      }
      case '{', '[' -> {
        keep(b);
        opening = opening == 0 ? b : opening;
        depth++;
      }
      case '}', ']' -> {
        if (depth == 1) {
          member();
        }
        depth--;
      }
      case ':' -> {
        if (depth == 1 && !value) {
          name = unquoted(take());
          value = true;
        }
      }
      case ',' -> {
        if (depth == 1) {
          member();
        }
      }
      default -> {
        if (b > ' ') {
          keep(b);
        }
      }
    }
  }

  private void keep(byte b) {
    if (depth == 1 && text.size() < MAX_TEXT) {
      text.write(b);
    }
  }

  private void member() {
    String kept = take();
    if (value) {
      members.put(name, kept);
      value = false;
    }
  }

  private String take() {
    String taken = text.toString(StandardCharsets.UTF_8);
    text.reset();
    return taken;
  }

  /** Whether the bytes so far are one whole object. */
  public boolean closed() {
    return opening == '{' && depth == 0 && !quoted;
  }

  /** Whether the top level has had this member so far, begun ones included. */
  public boolean has(String member) {
    return members.containsKey(member) || (value && name.equals(member));
  }

  /** A member that is a string or another scalar, or empty. */
  public String text(String member) {
    return unquoted(members.getOrDefault(member, ""));
  }

  /** Whether there is more: a server that writes it as text is understood. */
  boolean more() {
    return text("more").equals("true");
  }

  /** The paging token; empty, null or overlong is none. */
  Optional<String> next() {
    String next = members.getOrDefault("next", "");
    return Optional.of(next.equals("null") ? "" : unquoted(next))
        .filter(token -> !token.isEmpty() && next.length() < MAX_TEXT);
  }

  private static String unquoted(String json) {
    if (json.length() < 2 || json.charAt(0) != '"') {
      return json;
    }
    if (json.indexOf('\\') < 0) {
      return json.substring(1, json.length() - 1);
    }
    return JsonText.unescaped(json);
  }
}
