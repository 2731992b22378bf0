// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.command;

import io.vertx.core.json.JsonObject;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code credential issue}: a secret, shown once. */
@Command(name = "issue", description = "Issue a secret and show it, this one time.")
final class IssueCommand implements Callable<Integer> {
  @Parameters(paramLabel = "MEMBER/NAME", description = "The credential.")
  String credential = "";

  @Option(
      names = "--overlap",
      paramLabel = "P7D",
      description = "How long the former secrets live on; they end at once unless said.")
  String overlap = "PT0S";

  @Mixin AdminOptions options = new AdminOptions();
  @Spec @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    return Outcome.of(spec, (out, err) -> issue(options.client(), out));
  }

  private int issue(AdminClient client, PrintWriter out) {
    String path =
        CredentialCommands.path(credential, "secrets") + "?overlap=" + AdminClient.encoded(overlap);
    JsonObject answer = client.send("POST", path, "", "").need();
    if (options.json) {
      out.println(answer.encode());
      return 0;
    }
    Table table = new Table();
    table.row("username", answer.getString("username"));
    table.row("secret", answer.getString("secret"));
    table.row("key", answer.getString("key"));
    if (answer.containsKey("expires_previous")) {
      table.row("former secrets end", answer.getString("expires_previous"));
    }
    table.print(out, "");
    return 0;
  }
}
