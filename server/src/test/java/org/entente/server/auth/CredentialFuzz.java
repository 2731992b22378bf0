// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.auth;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Base64;
import java.util.Optional;
import org.entente.stix.json.Check;

/**
 * Takes any bytes as {@code Authorization}, and as a user name and a password: what is read is what
 * was written. {@code .ci/run fuzz} runs it; {@link CredentialFuzzTest} runs it on its seeds and on
 * changes to them.
 */
class CredentialFuzz {
  @FuzzTest(maxDuration = "30s")
  void read(byte[] bytes) {
    String header = new String(bytes, ISO_8859_1);
    Optional<CredentialText> read = CredentialText.ofAuthorization(header);
    read.ifPresent(
        text -> {
          Check.that(text.secret().length() <= header.length(), "more than was sent");
          Check.that(!text.user().contains(":"), "the user name goes on");
          Check.same(CredentialText.ofAuthorization(basic(text)), read);
        });
    Check.same(CredentialText.ofToken(header).isPresent(), !header.isEmpty() && fits(header));
  }

  private static String basic(CredentialText text) {
    String pair = text.user() + ":" + text.secret();
    return "bAsIc  " + Base64.getEncoder().encodeToString(pair.getBytes(UTF_8));
  }

  private static boolean fits(String token) {
    return token.length() <= 4096;
  }
}
