// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.observe;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.entente.stix.type.Level;
import org.entente.stix.type.table.StixRule;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MetricsTest {
  private final Metrics metrics = new Metrics();

  @AfterEach
  void close() {
    metrics.close();
  }

  @Test
  void scrape_nothingHappenedYet_namesEveryFigure() {
    metrics.audienceClasses(() -> 7);
    metrics.storeReady(() -> true);
    metrics.answered("objects", "GET", 200, Duration.ofMillis(3));

    assertThat(metrics.scrape())
        .contains(
            "entente_http_requests_total{endpoint=\"objects\",method=\"GET\",status=\"200\"} 1.0",
            "entente_http_request_seconds_bucket{endpoint=\"objects\",le=\"0.005\"} 1",
            "entente_objects_received_total{outcome=\"added\"} 0.0",
            "entente_objects_received_total{outcome=\"present\"} 0.0",
            "entente_objects_received_total{outcome=\"failed\"} 0.0",
            "entente_objects_served_total 0.0",
            "entente_commit_seconds_count 0",
            "entente_commit_objects_count 0",
            "entente_audience_classes 7.0",
            "entente_gains_total 0.0",
            "entente_page_cache_hits_total 0.0",
            "entente_page_cache_misses_total 0.0",
            "entente_store_ready 1.0",
            "entente_feed_runs_total{outcome=\"done\"} 0.0",
            "entente_feed_records_total 0.0",
            "entente_feed_quarantined_total 0.0",
            "entente_policy_mismatch_total 0.0",
            "entente_refused_total{bound=\"failed_logins\"} 0.0");
  }

  @Test
  void scrape_afterEvents_countsThem() {
    metrics.received(Metrics.Received.ADDED, 5);
    metrics.found(Level.WARNING, StixRule.B13, 3);
    metrics.served(100);
    metrics.committed(200, Duration.ofMillis(8));
    metrics.gained(3);
    metrics.page(true);
    metrics.page(false);
    metrics.mismatched();
    metrics.refused(Metrics.Bound.RATE);
    metrics.ran(Metrics.Run.FAILED, 11, 2);

    assertThat(metrics.scrape())
        .contains(
            "entente_objects_received_total{outcome=\"added\"} 5.0",
            "entente_validation_findings_total{level=\"warning\",rule=\"B13\"} 3.0",
            "entente_objects_served_total 100.0",
            "entente_commit_seconds_count 1",
            "entente_commit_objects_sum 200.0",
            "entente_gains_total 3.0",
            "entente_page_cache_hits_total 1.0",
            "entente_page_cache_misses_total 1.0",
            "entente_policy_mismatch_total 1.0",
            "entente_refused_total{bound=\"rate\"} 1.0",
            "entente_feed_runs_total{outcome=\"failed\"} 1.0",
            "entente_feed_records_total 11.0",
            "entente_feed_quarantined_total 2.0");
  }

  @Test
  void answered_wordsOfStrangers_becomeOther() {
    for (int i = 0; i < 1000; i++) {
      metrics.answered("made-up-" + i, "BREW" + i, 404, Duration.ZERO);
    }

    assertThat(metrics.scrape())
        .doesNotContain("BREW", "made-up-900")
        .contains(
            "entente_http_requests_total{endpoint=\"other\",method=\"other\",status=\"404\"}");
    assertThat(metrics.scrape().lines().filter(line -> line.contains("_requests_total{")))
        .hasSizeLessThanOrEqualTo(65);
  }

  @Test
  void watchMachine_figuresOfTheJvm_beginWithOurName() {
    metrics.watchMachine();

    assertThat(metrics.scrape()).contains("entente_jvm_memory_used_bytes");
    assertThat(metrics.scrape().lines().filter(line -> !line.startsWith("#")))
        .allSatisfy(line -> assertThat(line).startsWith("entente_"));
  }
}
