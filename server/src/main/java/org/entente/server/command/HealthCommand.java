// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.command;

import io.vertx.core.json.JsonObject;
import java.io.PrintWriter;
import java.net.URI;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code health}: whether a running server is ready; for containers. */
@Command(name = "health", description = "Ask a running server whether it is ready.")
public final class HealthCommand implements Callable<Integer> {
  @Option(
      names = "--url",
      paramLabel = "U",
      description = "The management listener; no token is needed for this question.")
  @Nullable URI url;

  @Mixin AdminOptions options = new AdminOptions();
  @Spec @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    return Outcome.of(
        spec, (out, err) -> ask(url == null ? options.client() : options.stranger(url), out));
  }

  private int ask(AdminClient client, PrintWriter out) {
    AdminClient.Reply reply = client.get("/health/ready");
    if (options.json) {
      out.println(new JsonObject().put("ready", reply.done()).put("parts", reply.json()).encode());
    } else {
      out.println(reply.done() ? "ready" : "not ready");
    }
    return reply.done() ? 0 : 1;
  }
}
