// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.command.feed;

import java.time.InstantSource;
import java.util.function.LongSupplier;
import org.entente.connector.feed.definition.Definitions;
import org.entente.connector.feed.definition.Library;
import org.entente.server.command.CommandGroup;
import picocli.CommandLine;

/** The command {@code feed} with all that stands below it. */
public final class FeedCommands {
  private FeedCommands() {}

  /**
   * The command line of {@code feed}, to be added to the root.
   *
   * @param clock for what a run has no time of
   * @param ticker nanoseconds, for the progress
   */
  public static CommandLine create(InstantSource clock, LongSupplier ticker) {
    return CommandGroup.named("feed", "Look at definitions of feeds, and run them over files.")
        .addSubcommand(new ListFeedsCommand())
        .addSubcommand(new ShowFeedCommand())
        .addSubcommand(new LintFeedCommand())
        .addSubcommand(new TestFeedCommand(ticker))
        .addSubcommand(new RunFeedCommand(clock, ticker))
        .addSubcommand(new LicenceCommand());
  }

  /** Definitions by the name in the library or the file that has them. */
  static NamedDefinitions definitions() {
    Definitions definitions = new Definitions();
    return new NamedDefinitions(definitions, new Library(definitions));
  }
}
