// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RequestIdsTest {
  private final RequestIds ids = new RequestIds(new Random(1));

  @Test
  void fresh_afterAllThatWereDrawnTogether_givesNoNameTwice() {
    Set<String> names = new HashSet<>();
    for (int i = 0; i < 2_000; i++) {
      names.add(ids.fresh());
    }
    assertThat(names).hasSize(2_000).allMatch(name -> name.matches("[0-9a-f]{16}"));
  }

  @Test
  void of_whatMayStandInALog_isTheClientsOwn() {
    assertThat(ids.of("ticket-7:retry.1")).isEqualTo("ticket-7:retry.1");
  }

  @Test
  void of_whatWouldBreakALog_isFresh() {
    assertThat(ids.of("a\nb")).matches("[0-9a-f]{16}");
    assertThat(ids.of("")).matches("[0-9a-f]{16}");
    assertThat(ids.of("x".repeat(101))).matches("[0-9a-f]{16}");
    assertThat(ids.of(null)).matches("[0-9a-f]{16}");
  }
}
