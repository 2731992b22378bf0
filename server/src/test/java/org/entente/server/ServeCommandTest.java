// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.VertxOptions;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ServeCommandTest {
  @Test
  void patient_slowMachine_isWarnedOfInALineBeforeStacksAreShown() {
    VertxOptions options = ServeCommand.patient();

    Duration line =
        Duration.of(
            options.getMaxEventLoopExecuteTime(),
            options.getMaxEventLoopExecuteTimeUnit().toChronoUnit());
    Duration stack =
        Duration.of(
            options.getWarningExceptionTime(),
            options.getWarningExceptionTimeUnit().toChronoUnit());
    assertThat(line).isEqualTo(Duration.ofSeconds(5));
    assertThat(stack).isEqualTo(Duration.ofSeconds(60));
  }
}
