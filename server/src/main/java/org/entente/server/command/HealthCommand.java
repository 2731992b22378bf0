// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.command;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code health}: whether a running server is ready; for containers. */
@Command(name = "health", description = "Ask a running server whether it is ready.")
public final class HealthCommand implements Callable<Integer> {
  @Mixin AdminOptions options = new AdminOptions();
  @Spec @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    return Outcome.of(spec, (out, err) -> ask(options.client(), out));
  }

  private static int ask(AdminClient client, PrintWriter out) {
    boolean ready = client.get("/health/ready").done();
    out.println(ready ? "ready" : "not ready");
    return ready ? 0 : 1;
  }
}
