// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.command;

import picocli.CommandLine;

/** The command {@code credential} with all that stands below it. */
public final class CredentialCommands {
  private CredentialCommands() {}

  /** The command line of {@code credential}, to be added to the root. */
  public static CommandLine create(Terminal terminal) {
    return CommandGroup.named("credential", "Issue, end and list the secrets of credentials.")
        .addSubcommand(new IssueCommand())
        .addSubcommand(new RevokeCommand())
        .addSubcommand(new ListCredentialsCommand())
        .addSubcommand(new SetPasswordCommand(terminal));
  }

  /** The path of a credential's secrets or password. */
  static String path(String credential, String what) {
    int slash = credential.indexOf('/');
    if (slash <= 0 || slash == credential.length() - 1) {
      throw CommandException.wrongUse("`" + credential + "` is not a credential, MEMBER/NAME");
    }
    return "/admin/v1/members/"
        + AdminClient.encoded(credential.substring(0, slash))
        + "/credentials/"
        + AdminClient.encoded(credential.substring(slash + 1))
        + "/"
        + what;
  }
}
