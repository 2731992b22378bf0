// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.command;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** A command that only has others below it. */
@Command
public final class CommandGroup implements Runnable {
  @Spec @Nullable CommandSpec spec;

  private CommandGroup() {}

  /** An empty group. */
  public static CommandLine named(String name, String description) {
    CommandLine line = new CommandLine(new CommandGroup());
    line.getCommandSpec().name(name).usageMessage().description(description);
    return line;
  }

  @Override
  public void run() {
    if (spec != null) {
      throw new ParameterException(
          spec.commandLine(), "one of " + String.join(", ", spec.subcommands().keySet()));
    }
  }
}
