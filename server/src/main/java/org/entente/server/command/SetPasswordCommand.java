// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.command;

import io.vertx.core.json.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code credential set-password}: a password that a person chose, from standard input. */
@Command(
    name = "set-password",
    description = "Set the password of a credential, read from the first line of standard input.")
final class SetPasswordCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(paramLabel = "MEMBER/NAME", description = "The credential.")
  String credential = "";

  @Mixin AdminOptions options = new AdminOptions();
  @Spec @Nullable CommandSpec spec;

  SetPasswordCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    return Outcome.of(spec, (out, err) -> set(options.client(), out));
  }

  private int set(AdminClient client, PrintWriter out) throws IOException {
    BufferedReader input =
        new BufferedReader(new InputStreamReader(terminal.input(), StandardCharsets.UTF_8));
    String password = Optional.ofNullable(input.readLine()).orElse("");
    if (password.isEmpty()) {
      throw new CommandException("no password on standard input");
    }
    JsonObject answer =
        client
            .send(
                "PUT",
                CredentialCommands.path(credential, "password"),
                "application/json",
                new JsonObject().put("password", password).encode())
            .need();
    out.println(options.json ? answer.encode() : "password set");
    return 0;
  }
}
