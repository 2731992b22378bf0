// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.VertxOptions;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ClientRunTest {
  @Test
  void quiet_slowMachine_isNotWatched() {
    VertxOptions options = ClientRun.quiet();

    Duration pause =
        Duration.of(
            options.getBlockedThreadCheckInterval(),
            options.getBlockedThreadCheckIntervalUnit().toChronoUnit());
    assertThat(pause).isGreaterThanOrEqualTo(Duration.ofHours(1));
  }
}
