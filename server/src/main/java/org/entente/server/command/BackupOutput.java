// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.command;

import io.vertx.core.json.JsonObject;
import java.io.PrintWriter;

/** A backup as the commands show it. */
final class BackupOutput {
  private BackupOutput() {}

  static void print(JsonObject backup, boolean json, PrintWriter out) {
    if (json) {
      out.println(backup.encode());
      return;
    }
    Table table = new Table();
    table.row("file", backup.getString("file"));
    table.row("size", backup.getLong("bytes") + " bytes");
    table.row("position", backup.getLong("position") + ", " + backup.getString("at"));
    table.row("epoch, schema", backup.getLong("epoch") + ", " + backup.getInteger("schema"));
    table.print(out, "");
  }
}
