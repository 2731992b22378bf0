// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.command.feed;

import java.util.concurrent.Callable;
import org.entente.connector.feed.definition.Definitions;
import org.entente.server.command.CommandException;
import org.entente.server.command.Outcome;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code feed lint}: what is wrong with a definition. */
@Command(
    name = "lint",
    description = {
      "Say what is wrong with definitions of feeds, with line and field.",
      "Exit code 0: nothing is. 1: something is."
    })
final class LintFeedCommand implements Callable<Integer> {
  @Parameters(paramLabel = "FILE", description = "One definition or more, as YAML.")
  String file = "";

  @Spec @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    return Outcome.of(
        spec,
        (out, err) -> {
          Definitions.Read read = FeedCommands.definitions().read(file);
          read.errors().forEach(out::println);
          if (read.errors().isEmpty() && read.definitions().isEmpty()) {
            throw new CommandException("`" + file + "` has no definition");
          }
          return read.errors().isEmpty() ? 0 : 1;
        });
  }
}
