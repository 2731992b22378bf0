// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.command;

import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;

/** A command that was run, with what it wrote. */
record CommandRun(int code, String out, String err) {
  static CommandRun of(String input, boolean colour, List<String> arguments) {
    Terminal terminal =
        new Terminal(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)), colour);
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine root =
        new CommandLine(CommandLine.Model.CommandSpec.create().name("entente"))
            .addSubcommand(new ApplyCommand(terminal))
            .addSubcommand(CredentialCommands.create(terminal))
            .addSubcommand(new ExplainCommand(terminal))
            .addSubcommand(AuditCommands.create(terminal))
            .addSubcommand(new BackupCommand(NoData.KEEPER, () -> 0))
            .setOut(new PrintWriter(out, true))
            .setErr(new PrintWriter(err, true));
    int code = root.execute(new ArrayList<>(arguments).toArray(new String[0]));
    return new CommandRun(code, out.toString(), err.toString());
  }
}
