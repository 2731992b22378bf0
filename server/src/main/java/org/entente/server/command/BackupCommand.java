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
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code backup}: everything that is kept, in one file, while a server runs or not. */
@Command(
    name = "backup",
    description = "Write everything that is kept to one file, also while a server runs.")
public final class BackupCommand implements Callable<Integer> {
  private final DataKeeper keeper;
  private final LongSupplier ticker;

  @Option(
      names = "--to",
      required = true,
      paramLabel = "FILE",
      description =
          "The file, not there yet. With --admin its name: the server keeps it in DATA/backups.")
  Path to = Path.of("");

  @Mixin AdminOptions options = new AdminOptions();
  @Spec @Nullable CommandSpec spec;

  /**
   * A command.
   *
   * @param keeper does it where the data is on this machine
   * @param ticker nanoseconds, for the progress
   */
  public BackupCommand(DataKeeper keeper, LongSupplier ticker) {
    this.keeper = keeper;
    this.ticker = ticker;
  }

  @Override
  public Integer call() {
    return Outcome.of(spec, this::backup);
  }

  private int backup(PrintWriter out, PrintWriter err) {
    if (options.data != null && options.admin == null) {
      SlowWatch watch = new SlowWatch(err, ticker);
      BackupOutput.print(BackupJson.of(keeper.backup(options.data, to, watch)), options.json, out);
    } else {
      String path = "/admin/v1/backups?name=" + AdminClient.encoded(to.toString());
      BackupOutput.print(options.client().send("POST", path, "", "").need(), options.json, out);
    }
    return 0;
  }
}
