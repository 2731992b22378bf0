// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.connector;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ProgressTest {
  private final StringWriter out = new StringWriter();
  private Instant now = Instant.parse("2026-03-01T12:00:00Z");

  private Progress progress(boolean terminal) {
    return new Progress(new PrintWriter(out, true), () -> now, terminal, "pushed");
  }

  private void after(Progress progress, long millis) {
    now = now.plus(Duration.ofMillis(millis));
    progress.add(1 << 20, 500);
  }

  @Test
  void add_withinTwoSeconds_saysNothing() {
    Progress progress = progress(false);

    after(progress, 1000);
    after(progress, 999);

    assertThat(out.toString()).isEmpty();
  }

  @Test
  void add_inALog_isALineNowAndThen() {
    Progress progress = progress(false);

    after(progress, 2000);
    after(progress, 2000);
    after(progress, 8000);
    after(progress, 2000);

    assertThat(out.toString())
        .isEqualToNormalizingNewlines(
            """
            pushed 500 objects, 1.0 MiB in 4 s (125 objects/s)
            pushed 1,500 objects, 3.0 MiB in 14 s (107 objects/s)
            """);
  }

  @Test
  void add_onceInALog_saysNothingThatTheResultSaysToo() {
    after(progress(false), 11_000);

    assertThat(out.toString()).isEmpty();
  }

  @Test
  void add_slowly_hasNoRate() {
    after(progress(true), 1_000_000);

    assertThat(out.toString()).isEqualTo("\rpushed 500 objects, 1.0 MiB in 1000 s");
  }

  @Test
  void add_onATerminal_writesOverItsLine() {
    Progress progress = progress(true);

    after(progress, 2000);
    progress.clear();

    String line = "pushed 500 objects, 1.0 MiB in 2 s (250 objects/s)";
    assertThat(out.toString()).isEqualTo("\r" + line + "\r" + " ".repeat(line.length()) + "\r");
  }
}
