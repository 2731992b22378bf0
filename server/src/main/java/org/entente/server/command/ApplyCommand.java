// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.command;

import static java.util.regex.Matcher.quoteReplacement;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.entente.document.Place;
import org.entente.document.ResourceError;
import org.entente.server.resource.load.Documents;
import org.entente.server.resource.load.Parsed;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code apply}: documents to a running server, all or nothing. */
@Command(
    name = "apply",
    description = "Apply resource documents, all or nothing, and show what changes.")
public final class ApplyCommand implements Callable<Integer> {
  private static final Pattern OTHER_LINE = Pattern.compile(", at line (\\d{1,9})$");

  private final Terminal terminal;

  @Option(
      names = "-f",
      required = true,
      paramLabel = "FILE|DIR|-",
      description = "YAML or JSON documents; may be given several times.")
  List<String> files = new ArrayList<>();

  @Option(names = "--dry-run", description = "Show what would happen and change nothing.")
  boolean dryRun;

  @Option(names = "--prune", description = "Delete what the documents do not name.")
  boolean prune;

  @Mixin AdminOptions options = new AdminOptions();
  @Spec @Nullable CommandSpec spec;

  /** A command on a terminal. */
  public ApplyCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    return Outcome.of(spec, (out, err) -> apply(options.client(), out, err));
  }

  private int apply(AdminClient client, PrintWriter out, PrintWriter err) throws IOException {
    Parsed parsed = Documents.parse(DocumentFiles.read(files, terminal.input()));
    if (!parsed.errors().isEmpty()) {
      return refused(parsed.errors(), err);
    }
    if (parsed.items().isEmpty()) {
      throw new CommandException("there is no document");
    }
    // one document a line, so that the line of an error tells which
    String body =
        parsed.items().stream()
            .map(Parsed.Item::json)
            .collect(Collectors.joining(",\n", "[\n", "\n]\n"));
    AdminClient.Reply reply =
        client.send(
            "POST",
            "/admin/v1/apply?dry_run=" + dryRun + "&prune=" + prune,
            "application/json",
            body);
    if (reply.status() == 422) {
      return refused(located(reply.json(), parsed), err);
    }
    JsonObject answer = reply.need();
    if (options.json) {
      out.println(answer.encode());
    } else {
      show(answer, client, out);
    }
    return 0;
  }

  private static int refused(List<ResourceError> errors, PrintWriter err) {
    errors.stream().sorted(ResourceError.BY_PLACE).forEach(err::println);
    err.println(
        errors.size() == 1
            ? "1 error; nothing was changed"
            : errors.size() + " errors; nothing was changed");
    return 1;
  }

  /** The errors where the user has written them. */
  private static List<ResourceError> located(JsonObject problem, Parsed parsed) {
    List<ResourceError> errors = new ArrayList<>();
    for (Object found : problem.getJsonArray("errors", new JsonArray())) {
      JsonObject error = (JsonObject) found;
      String message =
          OTHER_LINE
              .matcher(error.getString("message", ""))
              .replaceFirst(other -> quoteReplacement(written(other, parsed)));
      Place place = place(error.getInteger("line", 0), parsed);
      errors.add(place.errorAt(error.getString("field", ""), message));
    }
    return errors;
  }

  private static Place place(int line, Parsed parsed) {
    int document = line - 2;
    return document >= 0 && document < parsed.items().size()
        ? parsed.items().get(document).place()
        : Place.NOWHERE;
  }

  /** Where another document stands that a message speaks of. */
  private static String written(MatchResult other, Parsed parsed) {
    Place place = place(Integer.parseInt(other.group(1)), parsed);
    return ", at " + place.file().map(file -> file + ":").orElse("line ") + place.line();
  }

  private void show(JsonObject answer, AdminClient client, PrintWriter out) {
    JsonArray changes = answer.getJsonArray("changes");
    for (Object found : changes) {
      out.println(line((JsonObject) found));
    }
    if (changes.isEmpty()) {
      out.println("nothing to change");
      return;
    }
    JsonArray sight = answer.getJsonArray("sight");
    if (!sight.isEmpty()) {
      out.println();
      sight(sight, titles(client)).print(out, "");
    }
    for (Object found : answer.getJsonArray("pending")) {
      out.println("waits for a second person: " + ((JsonObject) found).getString("change"));
    }
    if (dryRun) {
      out.println("\ndry run: nothing was changed");
    }
  }

  private String line(JsonObject change) {
    String name = change.getString("kind") + " " + change.getString("id");
    return switch (change.getString("action")) {
      case "create" -> terminal.green("+ " + name);
      case "delete" -> terminal.red("- " + name);
      default ->
          terminal.yellow(
              "~ "
                  + name
                  + ": "
                  + change.getJsonArray("fields").stream()
                      .map(Object::toString)
                      .collect(Collectors.joining(", ")));
    };
  }

  private static Table sight(JsonArray sight, Map<String, String> titles) {
    Table table = new Table();
    table.row("credential", "collection", "gains", "loses");
    for (Object found : sight) {
      JsonObject seen = (JsonObject) found;
      String collection = seen.getString("collection");
      table.row(
          seen.getString("credential"),
          titles.getOrDefault(collection, collection),
          seen.getLong("gains"),
          seen.getLong("loses"));
    }
    return table;
  }

  private static Map<String, String> titles(AdminClient client) {
    Map<String, String> titles = new HashMap<>();
    AdminClient.Reply reply = client.get("/admin/v1/collections?limit=1000");
    for (Object found : reply.json().getJsonArray("items", new JsonArray())) {
      JsonObject collection = (JsonObject) found;
      titles.put(collection.getString("id"), collection.getString("title"));
    }
    return titles;
  }
}
