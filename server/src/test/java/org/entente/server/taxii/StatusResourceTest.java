// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.taxii;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StatusResourceTest {
  private static final StatusDetail GOOD = new StatusDetail("tool--1", "v1", Optional.empty());
  private static final StatusDetail BAD =
      new StatusDetail("unidentified", "v2", Optional.of("/objects/1: no"));

  private static StatusResource status(
      long success, long failure, List<StatusDetail> successes, List<StatusDetail> failures) {
    return new StatusResource(
        "s",
        true,
        Optional.of(1L),
        success + failure,
        success,
        failure,
        0,
        successes,
        failures,
        List.of(),
        Optional.empty());
  }

  private static String text(StatusResource status) {
    return new String(status.json(), StandardCharsets.UTF_8);
  }

  @Test
  void json_lists_areWholeAndNeverEmpty() {
    assertThat(text(status(1, 1, List.of(GOOD), List.of(BAD))))
        .isEqualTo(
            "{\"id\":\"s\",\"status\":\"complete\","
                + "\"request_timestamp\":\"1970-01-01T00:00:00.000001Z\",\"total_count\":2,"
                + "\"success_count\":1,\"successes\":[{\"id\":\"tool--1\",\"version\":\"v1\"}],"
                + "\"failure_count\":1,\"failures\":[{\"id\":\"unidentified\",\"version\":\"v2\","
                + "\"message\":\"/objects/1: no\"}],\"pending_count\":0}");
  }

  @Test
  void json_failuresLeftOut_areSummedUp() {
    StatusResource status =
        new StatusResource(
            "s",
            false,
            Optional.empty(),
            20_002,
            0,
            20_001,
            1,
            List.of(),
            List.of(),
            List.of(GOOD),
            Optional.of(new FailureSummary(Map.of("size", 20_001L), List.of(BAD))));
    assertThat(text(status))
        .contains("\"status\":\"pending\"")
        .doesNotContain("request_timestamp", "\"failures\"")
        .contains("\"x_entente_failures\":{\"by_rule\":{\"size\":20001},\"examples\":[");
  }

  @Test
  void status_cutListOrWrongSum_isRefused() {
    assertThatThrownBy(() -> status(2, 0, List.of(GOOD), List.of()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () ->
                new StatusResource(
                    "s",
                    true,
                    Optional.empty(),
                    3,
                    1,
                    1,
                    0,
                    List.of(),
                    List.of(),
                    List.of(),
                    Optional.empty()))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
