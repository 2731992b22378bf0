// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.command;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code credential list}: credentials, or the keys of one. */
@Command(
    name = "list",
    description = "List credentials, those of a member, or the keys of one credential's secrets.")
final class ListCredentialsCommand implements Callable<Integer> {
  @Parameters(
      arity = "0..1",
      paramLabel = "MEMBER[/NAME]",
      description = "Everybody's, unless said.")
  String of = "";

  @Mixin AdminOptions options = new AdminOptions();
  @Spec @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    return Outcome.of(spec, (out, err) -> list(options.client(), out));
  }

  private int list(AdminClient client, PrintWriter out) {
    JsonArray items = of.contains("/") ? keys(client) : credentials(client);
    if (options.json) {
      out.println(new JsonObject().put("items", items).encode());
      return 0;
    }
    Table table = new Table();
    for (Object found : items) {
      JsonObject item = (JsonObject) found;
      if (of.contains("/")) {
        table.row(
            item.getString("key"),
            "issued " + item.getString("issued"),
            item.containsKey("expires") ? "until " + item.getString("expires") : "");
      } else {
        table.row(
            item.getString("id"),
            item.getString("reader"),
            "up to " + item.getString("ceiling", "CLEAR"));
      }
    }
    table.print(out, "");
    return 0;
  }

  private JsonArray keys(AdminClient client) {
    return client.get(CredentialCommands.path(of, "secrets")).need().getJsonArray("items");
  }

  private JsonArray credentials(AdminClient client) {
    JsonArray all = new JsonArray();
    Items.each(
        client,
        "/admin/v1/credentials",
        item -> {
          if (of.isEmpty() || item.getString("id").startsWith(of + "/")) {
            all.add(item);
          }
        });
    return all;
  }
}
