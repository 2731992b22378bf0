// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.taxii;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import org.entente.server.taxii.CursorCodec.Decoded;
import org.junit.jupiter.api.Test;

class CursorCodecTest {
  private static final String HERE = "0c5e2b1a-6f2d-4a7e-9a39-0d2f4c1a7b10";
  private static final String THERE = "1d6f3c2b-7a3e-4b8f-8b4a-1e3a5d2b8c21";
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00.5Z");
  private static final CursorKey OLD = key(1);
  private static final CursorKey NEW = key(2);

  private static CursorKey key(int id) {
    byte[] secret = new byte[32];
    Arrays.fill(secret, (byte) id);
    return new CursorKey(id, secret);
  }

  private static CursorCodec codec(Instant now, CursorKey... keys) {
    return new CursorCodec(List.of(keys), InstantSource.fixed(now));
  }

  private final CursorCodec codec = codec(NOW, OLD);
  private final String token = codec.issue(42, HERE, "acme");

  @Test
  void decode_ownToken_hasItsPosition() {
    assertThat(codec.decode(token, HERE, "acme")).isEqualTo(new Decoded.Valid(42));
    assertThat(token).matches("[A-Za-z0-9_-]+");
  }

  @Test
  void decode_ownTokenElsewhere_isToBeIgnored() {
    assertThat(codec.decode(token, THERE, "acme")).isEqualTo(new Decoded.OtherCollection());
  }

  @Test
  void decode_anotherMembersToken_isRefused() {
    assertThat(codec.decode(token, HERE, "globex")).isEqualTo(new Decoded.Refused());
  }

  @Test
  void decode_anyChangedCharacter_isRefused() {
    for (int i = 0; i < token.length(); i++) {
      for (char other : "Aa09_-%é=".toCharArray()) {
        if (token.charAt(i) != other) {
          String changed = token.substring(0, i) + other + token.substring(i + 1);
          assertThat(codec.decode(changed, HERE, "acme")).isEqualTo(new Decoded.Refused());
        }
      }
    }
  }

  @Test
  void decode_cutOrExtended_isRefused() {
    for (int i = 0; i < token.length(); i++) {
      assertThat(codec.decode(token.substring(0, i), HERE, "acme"))
          .isEqualTo(new Decoded.Refused());
    }
    assertThat(codec.decode(token + "=", HERE, "acme")).isEqualTo(new Decoded.Refused());
    assertThat(codec.decode(token + "A", HERE, "acme")).isEqualTo(new Decoded.Refused());
    assertThat(codec.decode("A".repeat(10_000), HERE, "acme")).isEqualTo(new Decoded.Refused());
  }

  @Test
  void decode_afterRotation_stillReadsTheOldKey() {
    CursorCodec rotated = codec(NOW, NEW, OLD);
    assertThat(rotated.decode(token, HERE, "acme")).isEqualTo(new Decoded.Valid(42));
    String later = rotated.issue(43, HERE, "acme");
    assertThat(codec.decode(later, HERE, "acme")).isEqualTo(new Decoded.Refused());
    assertThat(codec(NOW, NEW).decode(later, HERE, "acme")).isEqualTo(new Decoded.Valid(43));
  }

  @Test
  void decode_byAge_isTakenForThirtyDays() {
    Instant lastDay = NOW.plus(Duration.ofDays(30)).minusSeconds(1);
    assertThat(codec(lastDay, OLD).decode(token, HERE, "acme")).isEqualTo(new Decoded.Valid(42));
    Instant late = NOW.plus(Duration.ofDays(30)).plusSeconds(1);
    assertThat(codec(late, OLD).decode(token, HERE, "acme")).isEqualTo(new Decoded.Refused());
    Instant before = NOW.minus(Duration.ofHours(1));
    assertThat(codec(before, OLD).decode(token, HERE, "acme")).isEqualTo(new Decoded.Refused());
  }
}
