// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.command;

import picocli.CommandLine;

/** The command {@code audit} with all that stands below it. */
public final class AuditCommands {
  private AuditCommands() {}

  /** The command line of {@code audit}, to be added to the root. */
  public static CommandLine create(Terminal terminal) {
    return CommandGroup.named("audit", "Check and export the record of administration.")
        .addSubcommand(new AuditVerifyCommand(terminal))
        .addSubcommand(new AuditExportCommand());
  }
}
