// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.command.feed;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.LongSupplier;
import org.entente.connector.feed.definition.FeedDefinition;
import org.entente.connector.feed.run.RunReport;
import org.entente.server.command.Outcome;
import org.entente.server.command.SlowWatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code feed test}: a definition over a sample, against what is expected of it. */
@Command(
    name = "test",
    description = {
      "Run a definition over a sample, at a fixed time, and compare the objects with what is expected.",
      "Exit code 0: they are as expected. 1: they are not, or the run would be held."
    })
final class TestFeedCommand implements Callable<Integer> {
  private final LongSupplier ticker;

  @Parameters(paramLabel = "DEFINITION", description = "A name out of `feed list`, or a file.")
  String name = "";

  @Option(names = "--sample", required = true, paramLabel = "FILE", description = "The sample.")
  Path sample = Path.of("");

  @Option(
      names = "--expect",
      paramLabel = "FILE",
      description = "The objects that are expected, one in each line, in order.")
  @Nullable Path expect;

  @Option(
      names = "--at",
      paramLabel = "TIME",
      description = "The time of the run (${DEFAULT-VALUE}).")
  Instant at = Instant.parse("2030-01-01T00:00:00Z");

  @Spec @Nullable CommandSpec spec;

  TestFeedCommand(LongSupplier ticker) {
    this.ticker = ticker;
  }

  @Override
  public Integer call() {
    return Outcome.of(
        spec,
        (out, err) -> {
          FeedDefinition feed = FeedCommands.definitions().find(name);
          List<String> made = new ArrayList<>();
          Trial trial =
              new Trial(object -> made.add(object.toString()), new SlowWatch(err, ticker));
          RunReport report = trial.run(feed, UUID.fromString(Trial.NAMESPACE), at, sample);
          report.held().ifPresent(reason -> err.println("held: " + reason));
          if (expect == null) {
            made.forEach(out::println);
          }
          boolean same = expect == null || compare(Files.readAllLines(expect), made, err);
          out.println(
              report.records()
                  + " records, "
                  + report.objects()
                  + " objects, "
                  + report.quarantined()
                  + " quarantined, "
                  + report.dropped()
                  + " dropped");
          return same && report.held().isEmpty() ? 0 : 1;
        });
  }

  private static boolean compare(List<String> expected, List<String> made, PrintWriter err) {
    int length = Math.max(expected.size(), made.size());
    for (int i = 0; i < length; i++) {
      String want = i < expected.size() ? expected.get(i) : "nothing";
      String is = i < made.size() ? made.get(i) : "nothing";
      if (!want.equals(is)) {
        err.println("line " + (i + 1) + " should be");
        err.println("  " + want);
        err.println("and is");
        err.println("  " + is);
        return false;
      }
    }
    return true;
  }
}
