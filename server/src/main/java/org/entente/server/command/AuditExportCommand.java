// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.command;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code audit export}: the records as JSON lines. */
@Command(
    name = "export",
    description = "Write the audit records, one JSON object a line, oldest first.")
final class AuditExportCommand implements Callable<Integer> {
  @Option(
      names = "--after",
      paramLabel = "N",
      description = "Records with a greater number only; all of them unless said.")
  long after;

  @Mixin AdminOptions options = new AdminOptions();
  @Spec @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    return Outcome.of(spec, (out, err) -> export(options.client(), out));
  }

  private int export(AdminClient client, PrintWriter out) {
    Items.each(client, "/admin/v1/audit?after=" + after, record -> out.println(record.encode()));
    out.flush();
    return 0;
  }
}
