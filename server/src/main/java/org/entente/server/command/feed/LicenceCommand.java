// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.command.feed;

import java.util.concurrent.Callable;
import org.entente.connector.feed.definition.FeedDefinition;
import org.entente.connector.feed.definition.Licence;
import org.entente.server.command.Outcome;
import org.entente.server.command.Table;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code feed licence}: what a publisher allows. */
@Command(
    name = "licence",
    description = "Show what the publisher of a feed allows, and who is to be named.")
final class LicenceCommand implements Callable<Integer> {
  @Parameters(paramLabel = "FEED", description = "A name out of `feed list`, or a file.")
  String name = "";

  @Spec @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    return Outcome.of(
        spec,
        (out, err) -> {
          FeedDefinition feed = FeedCommands.definitions().find(name);
          Licence licence = feed.licence();
          Table table = new Table();
          table.row("feed", feed.title());
          table.row("licence", licence.id());
          table.row("redistribution", licence.redistribution());
          table.row("attribution", licence.attribution());
          table.row("terms", licence.terms().orElse("-"));
          table.row(
              "checked",
              licence.checked().orElse("not yet: read the terms before you enable the feed"));
          table.row("marking", "TLP:" + feed.marking().level());
          feed.marking().statement().ifPresent(statement -> table.row("statement", statement));
          table.print(out, "");
          return 0;
        });
  }
}
