// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.command;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.LongSupplier;
import org.entente.server.exchange.check.Report;
import org.entente.server.store.Inspection;
import org.entente.server.store.StoreException;
import org.entente.server.taxii.Position;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code check}: whether everything that is kept follows from what the producers sent. */
@Command(
    name = "check",
    description = {
      "Derive everything that is kept anew, while no server runs, and compare.",
      "Exit code 0: nothing was found. 1: something was. 2: it could not be checked."
    })
public final class CheckCommand implements Callable<Integer> {
  private static final int UNCHECKED = 2;

  private final DataKeeper keeper;
  private final Terminal terminal;
  private final LongSupplier ticker;

  @Option(
      names = "--data",
      required = true,
      paramLabel = "DIR",
      description = "The folder of data.")
  Path data = Path.of("");

  @Option(names = "--json", description = "Write JSON, for machines.")
  boolean json;

  @Spec @Nullable CommandSpec spec;

  /**
   * A command.
   *
   * @param keeper does it
   * @param terminal for colours
   * @param ticker nanoseconds, for the progress
   */
  public CheckCommand(DataKeeper keeper, Terminal terminal, LongSupplier ticker) {
    this.keeper = keeper;
    this.terminal = terminal;
    this.ticker = ticker;
  }

  @Override
  public Integer call() {
    return Outcome.of(spec, this::check);
  }

  private int check(PrintWriter out, PrintWriter err) {
    Report report;
    try {
      report = keeper.check(data, new SlowWatch(err, ticker));
    } catch (StoreException unchecked) {
      err.println("check: " + unchecked.getMessage());
      return UNCHECKED;
    }
    if (json) {
      out.println(json(report).encode());
    } else {
      print(report, out);
    }
    return report.clean() ? 0 : 1;
  }

  private static JsonObject json(Report report) {
    JsonArray kinds = new JsonArray();
    for (Report.Kind kind : report.kinds()) {
      kinds.add(
          new JsonObject()
              .put("kind", kind.kind())
              .put("count", kind.count())
              .put("examples", new JsonArray(kind.examples())));
    }
    JsonObject json = new JsonObject().put("clean", report.clean()).put("findings", kinds);
    report
        .passedOver()
        .ifPresent(
            passed ->
                json.put(
                    "passed_over",
                    new JsonObject()
                        .put("count", passed.count())
                        .put("examples", new JsonArray(passed.examples()))));
    report
        .size()
        .ifPresent(
            size ->
                json.put("objects", size.ids())
                    .put("versions", size.versions())
                    .put("rows", size.rows())
                    .put("position", size.record().position())
                    .put("at", Position.instant(size.record().position()).toString())
                    .put("epoch", size.record().epoch())
                    .put("classes", size.record().classes()));
    return json;
  }

  private void print(Report report, PrintWriter out) {
    Table table = new Table();
    for (Report.Kind kind : report.kinds()) {
      table.row(kind.kind(), kind.count(), kind.examples().get(0));
      kind.examples().stream().skip(1).forEach(example -> table.row("", "", example));
    }
    table.print(out, "");
    report
        .passedOver()
        .ifPresent(
            passed ->
                out.println(
                    "not derived anew, since too much refers to them: "
                        + passed.count()
                        + (passed.count() == 1 ? " object, " : " objects, such as ")
                        + passed.examples().get(0)));
    String verdict = report.clean() ? terminal.green("nothing found") : terminal.red("damaged");
    out.println(
        verdict
            + report.size().map(CheckCommand::words).orElse(": the file is no sound database")
            + (report.clean() ? "" : "; keep the folder, and `restore` a backup to another"));
  }

  private static String words(Inspection.Size size) {
    return String.format(
        Locale.ROOT,
        ": %d objects, %d versions, %d rows, %d classes, up to %s",
        size.ids(),
        size.versions(),
        size.rows(),
        size.record().classes(),
        Position.instant(size.record().position()));
  }
}
