// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.taxii.cases;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.entente.server.HttpCaller.Header;
import org.entente.server.RunningServer;
import org.jspecify.annotations.Nullable;

/** Who asks, and how it shows who it is. */
final class Users {
  /** By what they may do with a collection of the cases. */
  private static final Map<String, String> CREDENTIALS =
      Map.of(
          "rw", "vendor/feed",
          "rw-desk", "vendor/desk",
          "rw-portal", "vendor/portal",
          "rw2", "partner/feed",
          "ro", "soc/siem",
          "ro-tip", "soc/tip",
          "ro2", "bank/siem",
          "wo", "sensor/probe",
          "none", "outsider/soc");

  private final Map<String, String> secrets = new HashMap<>();

  Users(RunningServer server) throws Exception {
    for (Map.Entry<String, String> user : CREDENTIALS.entrySet()) {
      secrets.put(user.getKey(), server.issue(user.getValue()));
    }
  }

  /** Secrets by user. */
  Map<String, String> secrets() {
    return Map.copyOf(secrets);
  }

  /** The headers that show a user; {@code anon} shows nothing, {@code wrong} a wrong secret. */
  List<Header> headers(String user, @Nullable String by) {
    String secret = user.equals("wrong") ? "wrong" : secrets.getOrDefault(user, "");
    String credential = CREDENTIALS.getOrDefault(user, user);
    return switch (user.equals("anon") || user.equals("admin")
        ? "nothing"
        : by == null ? "basic" : by) {
      case "nothing" -> List.of();
      case "basic" -> authorization("Basic " + base64(credential + ":" + secret));
      case "nameless" -> authorization("Basic " + base64(":" + secret));
      case "bearer" -> authorization("Bearer " + secret);
      case "token" -> authorization("Token " + secret);
      case "api-key" -> List.of(new Header("X-API-Key", secret));
      default -> throw new IllegalArgumentException(by);
    };
  }

  private static List<Header> authorization(String value) {
    return List.of(new Header("Authorization", value));
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
