// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.function.LongSupplier;
import org.entente.server.admin.BackupJson;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code restore}: a backup becomes the data of a server that does not run yet. */
@Command(name = "restore", description = "Put a backup into an empty folder of data.")
public final class RestoreCommand implements Callable<Integer> {
  private final DataKeeper keeper;
  private final LongSupplier ticker;

  @Option(names = "--from", required = true, paramLabel = "FILE", description = "The backup.")
  Path from = Path.of("");

  @Option(
      names = "--data",
      required = true,
      paramLabel = "DIR",
      description = "The folder, empty or not there yet.")
  Path data = Path.of("");

  @Option(names = "--json", description = "Write JSON, for machines.")
  boolean json;

  @Spec @Nullable CommandSpec spec;

  /**
   * A command.
   *
   * @param keeper does it
   * @param ticker nanoseconds, for the progress
   */
  public RestoreCommand(DataKeeper keeper, LongSupplier ticker) {
    this.keeper = keeper;
    this.ticker = ticker;
  }

  @Override
  public Integer call() {
    return Outcome.of(spec, this::restore);
  }

  private int restore(PrintWriter out, PrintWriter err) {
    SlowWatch watch = new SlowWatch(err, ticker);
    BackupOutput.print(BackupJson.of(keeper.restore(from, data, watch)), json, out);
    return 0;
  }
}
