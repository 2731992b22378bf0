// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.command.feed;

import java.util.concurrent.Callable;
import org.entente.server.command.Outcome;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code feed show}: a definition as it is written. */
@Command(name = "show", description = "Show the definition of a feed, as YAML.")
final class ShowFeedCommand implements Callable<Integer> {
  @Parameters(paramLabel = "FEED", description = "A name out of `feed list`, or a file.")
  String name = "";

  @Spec @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    return Outcome.of(
        spec,
        (out, err) -> {
          out.print(FeedCommands.definitions().text(name));
          out.flush();
          return 0;
        });
  }
}
