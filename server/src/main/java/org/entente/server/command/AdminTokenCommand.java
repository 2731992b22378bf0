// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.command;

import io.vertx.core.json.JsonObject;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code admin-token}: a new first token, for data that nobody has a secret of any more. */
@Command(
    name = "admin-token",
    description = {
      "Write a new admin.token, while no server runs: after a restore, or when secrets are lost.",
      "The former one is void. The new one holds until two administrators have used secrets again."
    })
public final class AdminTokenCommand implements Callable<Integer> {
  private final DataKeeper keeper;

  @Option(
      names = "--data",
      required = true,
      paramLabel = "DIR",
      description = "The folder of data.")
  Path data = Path.of("");

  @Option(names = "--json", description = "Write JSON, for machines.")
  boolean json;

  @Spec @Nullable CommandSpec spec;

  /** A command; the keeper does it. */
  public AdminTokenCommand(DataKeeper keeper) {
    this.keeper = keeper;
  }

  @Override
  public Integer call() {
    return Outcome.of(spec, this::issue);
  }

  private int issue(PrintWriter out, PrintWriter err) {
    Path file = keeper.firstToken(data);
    out.println(json ? new JsonObject().put("file", file.toString()).encode() : file.toString());
    return 0;
  }
}
