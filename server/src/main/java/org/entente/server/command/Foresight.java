// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.command;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.PrintWriter;
import java.util.stream.Collectors;
import org.entente.connector.taxii.push.PushFailure;

/** Tells who would see each object of a push, and counts those that would be refused. */
final class Foresight {
  private final PrintWriter out;
  private final boolean json;
  private long refused;

  Foresight(PrintWriter out, boolean json) {
    this.out = out;
    this.json = json;
  }

  /** How many objects would be refused, of those that were told. */
  long refused() {
    return refused;
  }

  /** An answer of the server: one item for each object. */
  void tell(String answer) {
    JsonArray items;
    try {
      items = new JsonObject(answer).getJsonArray("items", new JsonArray());
    } catch (DecodeException | ClassCastException no) {
      throw new CommandException("the server's answer cannot be understood");
    }
    for (Object found : items) {
      JsonObject item = (JsonObject) found;
      refused += item.containsKey("failure") ? 1 : 0;
      show(item);
    }
  }

  /** What cannot be sent, so that no server is asked about it; is not counted. */
  void unasked(PushFailure failure) {
    JsonObject item = new JsonObject().put("id", failure.id());
    if (!failure.version().isEmpty()) {
      item.put("version", failure.version());
    }
    show(item.put("failure", failure.message()));
  }

  private void show(JsonObject item) {
    if (json) {
      out.println(item.encode());
    } else {
      tell(item);
    }
  }

  private void tell(JsonObject item) {
    Table table = new Table();
    table.row((item.getString("id") + " " + item.getString("version", "")).strip());
    table.print(out, "");
    if (item.containsKey("failure")) {
      out.println("  would be refused: " + item.getString("failure").replaceAll("\\p{Cntrl}", " "));
    }
    Table groups = new Table();
    for (Object found : item.getJsonArray("groups", new JsonArray())) {
      JsonObject group = (JsonObject) found;
      groups.row(
          group.getString("decision").equals("permit") ? "sees" : "sees not",
          group.getJsonArray("credentials").stream()
              .map(String::valueOf)
              .collect(Collectors.joining(", ")),
          group.getString("reason"));
    }
    groups.print(out, "  ");
  }
}
