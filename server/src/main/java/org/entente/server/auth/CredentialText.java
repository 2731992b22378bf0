// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.auth;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;

/**
 * What stands in a header: a user name, perhaps empty, and a secret.
 *
 * @param user the user name of HTTP Basic; empty for the other schemes
 * @param secret the password or token
 */
record CredentialText(String user, String secret) {
  private static final int MAX = 4096;

  /** Reads {@code Authorization}: Basic, Bearer or Token, in any case of letters. */
  static Optional<CredentialText> ofAuthorization(String header) {
    int space = header.indexOf(' ');
    if (space < 0 || header.length() > MAX) {
      return Optional.empty();
    }
    String value = header.substring(space + 1).strip();
    return switch (header.substring(0, space).toLowerCase(Locale.ROOT)) {
      case "basic" -> ofBasic(value);
      case "bearer", "token" -> ofToken(value);
      default -> Optional.empty();
    };
  }

  static Optional<CredentialText> ofToken(String token) {
    return token.isEmpty() || token.length() > MAX
        ? Optional.empty()
        : Optional.of(new CredentialText("", token));
  }

  /** The first colon ends the user name, so a password may have more (RFC 7617 §2). */
  private static Optional<CredentialText> ofBasic(String base64) {
    try {
      String text =
          StandardCharsets.UTF_8
              .newDecoder()
              .decode(ByteBuffer.wrap(Base64.getDecoder().decode(base64)))
              .toString();
      int colon = text.indexOf(':');
      return colon < 0
          ? Optional.empty()
          : Optional.of(new CredentialText(text.substring(0, colon), text.substring(colon + 1)));
    } catch (IllegalArgumentException | CharacterCodingException unreadable) {
      return Optional.empty();
    }
  }

  @Override
  public String toString() {
    return "CredentialText[" + user + "]";
  }
}
