// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.command.feed;

import io.vertx.core.json.JsonObject;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.LongSupplier;
import org.entente.connector.feed.definition.FeedDefinition;
import org.entente.connector.feed.run.RunReport;
import org.entente.server.command.CommandException;
import org.entente.server.command.Outcome;
import org.entente.server.command.SlowWatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code feed run}: what a feed makes of a file. */
@Command(
    name = "run",
    description = {
      "Run a feed over a file, without a server and without storing anything.",
      "Exit code 0: the run would count. 1: it would be held, or the file cannot be read."
    })
final class RunFeedCommand implements Callable<Integer> {
  private final InstantSource clock;
  private final LongSupplier ticker;

  @Parameters(paramLabel = "FEED", description = "A name out of `feed list`, or a file.")
  String name = "";

  @Option(
      names = "--source",
      required = true,
      paramLabel = "FILE",
      description = "The file as the source gives it, perhaps packed.")
  Path source = Path.of("");

  @Option(
      names = "--dry-run",
      required = true,
      description = "Store nothing. There is no other way yet.")
  boolean dryRun;

  @Option(names = "--json", description = "Write the objects, one in each line.")
  boolean json;

  @Option(
      names = "--at",
      paramLabel = "TIME",
      description = "The time of the run, 2026-01-31T12:00:00Z (now).")
  @Nullable Instant at;

  @Option(
      names = "--namespace",
      paramLabel = "UUID",
      description = "What ids are made in, `hub.namespace` of an exchange (${DEFAULT-VALUE}).")
  UUID namespace = UUID.fromString(Trial.NAMESPACE);

  @Spec @Nullable CommandSpec spec;

  RunFeedCommand(InstantSource clock, LongSupplier ticker) {
    this.clock = clock;
    this.ticker = ticker;
  }

  @Override
  public Integer call() {
    return Outcome.of(
        spec,
        (out, err) -> {
          FeedDefinition feed = FeedCommands.definitions().find(name);
          Trial trial =
              new Trial(
                  made -> {
                    if (json) {
                      out.println(made);
                      if (out.checkError()) {
                        throw new CommandException("nobody takes the objects");
                      }
                    }
                  },
                  new SlowWatch(err, ticker));
          RunReport report = trial.run(feed, namespace, at == null ? clock.instant() : at, source);
          tell(report, trial, json ? err : out);
          return report.held().isPresent() ? 1 : 0;
        });
  }

  private static void tell(RunReport report, Trial trial, PrintWriter to) {
    for (Trial.Group group : trial.groups()) {
      to.println(
          "quarantined "
              + group.count
              + ", first in line "
              + group.first.line()
              + ": "
              + group.first.detail());
      to.println("  " + group.first.sample().replaceAll("\\p{Cntrl}", " "));
    }
    to.println(
        new JsonObject()
            .put("records", report.records())
            .put("passed_over", report.passed())
            .put("mapped", report.mapped())
            .put("dropped", report.dropped())
            .put("quarantined", report.quarantined())
            .put("objects", report.objects())
            .encode());
    report.held().ifPresent(reason -> to.println("held: " + reason));
    to.flush();
  }
}
