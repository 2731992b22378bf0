// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.observe;

import static java.util.Objects.requireNonNull;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.function.IntSupplier;
import org.entente.stix.type.Level;
import org.entente.stix.type.table.StixRule;

/**
 * What is counted, and under which names. Nothing here takes an object, a member or a text of a
 * stranger: every label is one of a few words that this code knows.
 */
public final class Metrics {
  /** What an answer to {@link #scrape} is, for its Content-Type. */
  public static final String CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8";

  /** What became of an object that was pushed. */
  public enum Received {
    ADDED,
    PRESENT,
    FAILED
  }

  /** A bound that somebody ran into. */
  public enum Bound {
    CONNECTIONS,
    BODY,
    UNSENT_BYTES,
    COMMIT_QUEUE,
    RATE,
    FAILED_LOGINS,
    PASSWORDS,
    DISK
  }

  /** A run of a feed. */
  public enum Run {
    DONE,
    FAILED
  }

  private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "DELETE", "OPTIONS");
  private static final int MOST_ENDPOINTS = 64;
  private static final Duration[] STEPS = {
    Duration.ofMillis(1),
    Duration.ofMillis(5),
    Duration.ofMillis(20),
    Duration.ofMillis(100),
    Duration.ofMillis(500),
    Duration.ofSeconds(2),
    Duration.ofSeconds(10)
  };

  /** Puts what libraries count under our name too. */
  private static final MeterFilter OURS =
      new MeterFilter() {
        @Override
        public Meter.Id map(Meter.Id id) {
          String name = id.getName();
          return name.startsWith("entente.") ? id : id.withName("entente." + name);
        }
      };

  private record Found(Level level, StixRule rule) {}

  private record Requests(String endpoint, String method, int status) {}

  private final PrometheusMeterRegistry registry = newRegistry();
  private final JvmGcMetrics collections = new JvmGcMetrics();
  private final Map<Requests, Counter> requests = new ConcurrentHashMap<>();
  private final Map<String, Timer> times = new ConcurrentHashMap<>();
  private final Map<Received, Counter> received;
  private final Map<Found, Counter> found = new ConcurrentHashMap<>();
  private final Map<Bound, Counter> refused;
  private final Map<Run, Counter> runs;
  private final Counter served = counter("objects.served", "Objects in answers");
  private final Timer commits = timer("commit", "From taking a batch to its being durable");
  private final DistributionSummary commitObjects =
      DistributionSummary.builder("entente.commit.objects")
          .description("Objects of a commit")
          .serviceLevelObjectives(1, 10, 100, 1000)
          .register(registry);
  private final Counter gains = counter("gains", "Rows that a reader gained by a change of rights");
  private final Counter hits = counter("page.cache.hits", "Pages answered from memory");
  private final Counter misses = counter("page.cache.misses", "Pages asked of the store");
  private final Counter records = counter("feed.records", "Records that feeds delivered");
  private final Counter quarantined = counter("feed.quarantined", "Records of feeds held back");
  private final Counter mismatches =
      counter("policy.mismatch", "Rows of a page that the plain decision refused; alarm above 0");

  /** Begins to count. */
  public Metrics() {
    received = counters(Received.class, "objects.received", "outcome", "Objects that were pushed");
    refused = counters(Bound.class, "refused", "bound", "Requests that ran into a bound");
    runs = counters(Run.class, "feed.runs", "outcome", "Runs of feeds");
  }

  /**
   * Counts a request that was answered.
   *
   * @param endpoint the endpoint's own name, never a part of a URL; beyond 64 of them it is {@code
   *     other}
   * @param method as sent
   * @param status as answered
   * @param took from the head of the request to the end of the answer
   */
  public void answered(String endpoint, String method, int status, Duration took) {
    boolean known = times.containsKey(endpoint) || times.size() < MOST_ENDPOINTS;
    String name = known ? endpoint : "other";
    String verb = METHODS.contains(method) ? method : "other";
    times.computeIfAbsent(name, this::requestTimer).record(took);
    requests.computeIfAbsent(new Requests(name, verb, status), this::requestCounter).increment();
  }

  /** Counts objects that were pushed, by what became of them. */
  public void received(Received outcome, int objects) {
    of(received, outcome).increment(objects);
  }

  /** Counts findings in objects that were pushed. */
  public void found(Level level, StixRule rule, int count) {
    found.computeIfAbsent(new Found(level, rule), this::findings).increment(count);
  }

  /** Counts the objects of a page that was sent. */
  public void served(int objects) {
    served.increment(objects);
  }

  /** Counts a commit. */
  public void committed(int objects, Duration took) {
    commits.record(took);
    commitObjects.record(objects);
  }

  /** Counts rows that somebody gained. */
  public void gained(int rows) {
    gains.increment(rows);
  }

  /** Counts a page by whether memory had it. */
  public void page(boolean cached) {
    (cached ? hits : misses).increment();
  }

  /** Counts a row that was about to leave although the plain decision refuses it: an alarm. */
  public void mismatched() {
    mismatches.increment();
  }

  /** Counts a request that ran into a bound. */
  public void refused(Bound bound) {
    of(refused, bound).increment();
  }

  /** Counts a run of a feed and what it brought. */
  public void ran(Run outcome, int delivered, int heldBack) {
    of(runs, outcome).increment();
    records.increment(delivered);
    quarantined.increment(heldBack);
  }

  /** Shows how many audience classes there are; asked at each scrape. */
  public void audienceClasses(IntSupplier count) {
    gauge("entente.audience.classes", "Distinct audiences of all versions", count);
  }

  /** Shows whether the store answers; asked at each scrape, so it is to be cheap. */
  public void storeReady(BooleanSupplier ready) {
    gauge("entente.store.ready", "1 while the store answers", () -> ready.getAsBoolean() ? 1 : 0);
  }

  /** Adds what the virtual machine tells of itself: memory, collections, threads, files. */
  public void watchMachine() {
    new JvmMemoryMetrics().bindTo(registry);
    new JvmThreadMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    new FileDescriptorMetrics().bindTo(registry);
    new UptimeMetrics().bindTo(registry);
    collections.bindTo(registry);
  }

  /** All figures, in the text format of Prometheus. */
  public String scrape() {
    return registry.scrape();
  }

  /** Stops counting. */
  public void close() {
    collections.close();
    registry.close();
  }

  private static PrometheusMeterRegistry newRegistry() {
    PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    registry.config().meterFilter(OURS);
    return registry;
  }

  private Counter counter(String name, String description) {
    return Counter.builder("entente." + name).description(description).register(registry);
  }

  private <E extends Enum<E>> Map<E, Counter> counters(
      Class<E> type, String name, String label, String description) {
    Map<E, Counter> all = new EnumMap<>(type);
    for (E value : type.getEnumConstants()) {
      all.put(
          value,
          Counter.builder("entente." + name)
              .description(description)
              .tag(label, value.name().toLowerCase(Locale.ROOT))
              .register(registry));
    }
    return all;
  }

  private static <E extends Enum<E>> Counter of(Map<E, Counter> all, E value) {
    return requireNonNull(all.get(value));
  }

  private Timer timer(String name, String description) {
    return Timer.builder("entente." + name)
        .description(description)
        .serviceLevelObjectives(STEPS)
        .register(registry);
  }

  private Timer requestTimer(String endpoint) {
    return Timer.builder("entente.http.request")
        .description("From the head of a request to the end of its answer")
        .tag("endpoint", endpoint)
        .serviceLevelObjectives(STEPS)
        .register(registry);
  }

  private Counter requestCounter(Requests of) {
    return Counter.builder("entente.http.requests")
        .description("Requests that were answered")
        .tag("endpoint", of.endpoint())
        .tag("method", of.method())
        .tag("status", Integer.toString(of.status()))
        .register(registry);
  }

  private Counter findings(Found of) {
    return Counter.builder("entente.validation.findings")
        .description("Where pushed objects differ from STIX 2.1")
        .tag("level", of.level().word())
        .tag("rule", of.rule().name())
        .register(registry);
  }

  private void gauge(String name, String description, IntSupplier value) {
    Gauge.builder(name, value::getAsInt).description(description).register(registry);
  }
}
