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

/** {@code credential revoke}: ends secrets. */
@Command(
    name = "revoke",
    description = "End the secrets of a credential; the next request with one is refused.")
final class RevokeCommand implements Callable<Integer> {
  @Parameters(paramLabel = "MEMBER/NAME", description = "The credential.")
  String credential = "";

  @Option(
      names = "--secret",
      paramLabel = "KEYID",
      description = "This one only; all of them, and the password, unless said.")
  String key = "";

  @Mixin AdminOptions options = new AdminOptions();
  @Spec @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    return Outcome.of(spec, (out, err) -> revoke(options.client(), out));
  }

  private int revoke(AdminClient client, PrintWriter out) {
    String path =
        CredentialCommands.path(credential, "secrets")
            + (key.isEmpty() ? "" : "/" + AdminClient.encoded(key));
    JsonObject answer = client.send("DELETE", path, "", "").need();
    out.println(options.json ? answer.encode() : "revoked");
    return 0;
  }
}
