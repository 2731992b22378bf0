// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.command.feed;

import java.util.concurrent.Callable;
import org.entente.connector.feed.definition.FeedDefinition;
import org.entente.server.command.Outcome;
import org.entente.server.command.Table;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code feed list}: the definitions that come with the product. */
@Command(name = "list", description = "List the definitions of feeds that come with Entente.")
final class ListFeedsCommand implements Callable<Integer> {
  @Spec @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    return Outcome.of(
        spec,
        (out, err) -> {
          Table table = new Table();
          for (FeedDefinition feed : FeedCommands.definitions().all()) {
            table.row(
                feed.id(),
                "TLP:" + feed.marking().level(),
                feed.licence().redistribution(),
                feed.title());
          }
          table.print(out, "");
          return 0;
        });
  }
}
