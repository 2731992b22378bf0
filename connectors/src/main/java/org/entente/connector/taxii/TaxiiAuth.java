// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.connector.taxii;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** How the client says who it is. */
public sealed interface TaxiiAuth {
  /** Says nothing. */
  record Anonymous() implements TaxiiAuth {
    @Override
    public Map<String, String> headers() {
      return Map.of();
    }
  }

  /**
   * HTTP Basic (RFC 7617), in UTF-8.
   *
   * @param user without a colon; may be empty
   * @param password the secret
   */
  record Basic(String user, ClientSecret password) implements TaxiiAuth {
    /** Refuses a user name that the scheme cannot carry. */
    public Basic {
      if (user.indexOf(':') >= 0 || user.chars().anyMatch(Character::isISOControl)) {
        throw new IllegalArgumentException("a user name has no colon and no control character");
      }
    }

    @Override
    public Map<String, String> headers() {
      byte[] pair = (user + ":" + password.reveal()).getBytes(StandardCharsets.UTF_8);
      return Map.of("Authorization", "Basic " + Base64.getEncoder().encodeToString(pair));
    }
  }

  /**
   * A bearer token (RFC 6750).
   *
   * @param token the secret
   */
  record Bearer(ClientSecret token) implements TaxiiAuth {
    @Override
    public Map<String, String> headers() {
      return Map.of("Authorization", "Bearer " + token.reveal());
    }
  }

  /**
   * A key in a header of the server's choice.
   *
   * @param header its name, for instance {@code X-API-Key}
   * @param key the secret
   */
  record ApiKey(String header, ClientSecret key) implements TaxiiAuth {
    private static final Set<String> TAKEN =
        Set.of("host", "accept", "accept-encoding", "content-type", "content-length", "connection");

    /** Refuses names that are no header names or that the client sets itself. */
    public ApiKey {
      if (!header.matches("[A-Za-z0-9!#$%&'*+.^_`|~-]{1,100}")
          || TAKEN.contains(header.toLowerCase(Locale.ROOT))) {
        throw new IllegalArgumentException("`" + header + "` cannot carry a key");
      }
    }

    @Override
    public Map<String, String> headers() {
      return Map.of(header, key.reveal());
    }
  }

  /** The header that carries the credential; never to be printed. */
  Map<String, String> headers();
}
