// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.command;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code explain}: why somebody sees an object or does not. */
@Command(
    name = "explain",
    description = "Tell why a credential sees an object or does not, or who sees it.")
public final class ExplainCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Option(names = "--credential", paramLabel = "C", description = "The reader, MEMBER/NAME.")
  String credential = "";

  @Option(names = "--collection", paramLabel = "COL", description = "Its id or root/alias.")
  String collection = "";

  @Option(names = "--object", required = true, paramLabel = "ID", description = "The STIX id.")
  String object = "";

  @Option(
      names = "--version",
      paramLabel = "V",
      description = "The version, as `modified`; the newest unless said.")
  String version = "";

  @Option(names = "--at", paramLabel = "TIME", description = "As it was then.")
  String at = "";

  @Option(names = "--who", description = "Everybody, grouped by reason.")
  boolean who;

  @Mixin AdminOptions options = new AdminOptions();
  @Spec @Nullable CommandSpec spec;

  /** A command on a terminal. */
  public ExplainCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    boolean one = !credential.isEmpty() && !collection.isEmpty();
    boolean everybody = credential.isEmpty() && collection.isEmpty() && at.isEmpty();
    if (spec != null && !(who ? everybody : one)) {
      throw new ParameterException(
          spec.commandLine(), "either --credential C and --collection COL, or --who");
    }
    return Outcome.of(spec, (out, err) -> explain(options.client(), out));
  }

  private int explain(AdminClient client, PrintWriter out) {
    StringBuilder path = new StringBuilder("/admin/v1/explain").append(who ? "/who" : "");
    path.append("?object=").append(AdminClient.encoded(object));
    with(path, "version", version);
    with(path, "credential", credential);
    with(path, "collection", collection);
    with(path, "at", at);
    JsonObject answer = client.get(path.toString()).need();
    if (options.json) {
      out.println(answer.encode());
    } else if (who) {
      groups(answer.getJsonArray("groups"), out);
    } else {
      decision(answer, out);
    }
    return 0;
  }

  private static void with(StringBuilder path, String name, String value) {
    if (!value.isEmpty()) {
      path.append('&').append(name).append('=').append(AdminClient.encoded(value));
    }
  }

  private String word(JsonObject json) {
    String decision = json.getString("decision");
    return decision.equals("permit") ? terminal.green(decision) : terminal.red(decision);
  }

  private static String said(JsonObject json, String result, String rule) {
    return RuleWords.say(json.getString(rule), json.getString(result).equals("permit"));
  }

  private void decision(JsonObject answer, PrintWriter out) {
    String since = answer.containsKey("since") ? ", since " + answer.getString("since") : "";
    out.println(word(answer) + ": " + said(answer, "decision", "decided_by") + since);
    Table table = new Table();
    for (Object found : answer.getJsonArray("rules")) {
      JsonObject rule = (JsonObject) found;
      table.row(
          rule.getString("result"),
          rule.getString("layer"),
          said(rule, "result", "rule"),
          rule.getString("source"));
    }
    table.print(out, "  ");
    JsonArray changes = answer.getJsonArray("would_change");
    if (!changes.isEmpty()) {
      out.println("what would change it:");
      changes.forEach(change -> out.println("  " + change));
    }
  }

  private void groups(JsonArray groups, PrintWriter out) {
    for (Object found : groups) {
      JsonObject group = (JsonObject) found;
      long count = group.getLong("count");
      JsonArray credentials = group.getJsonArray("credentials");
      String more = count > credentials.size() ? ", ..." : "";
      out.println(word(group) + ": " + said(group, "decision", "reason") + " (" + count + ")");
      out.println(
          "  "
              + credentials.stream().map(Object::toString).collect(Collectors.joining(", "))
              + more);
    }
  }
}
