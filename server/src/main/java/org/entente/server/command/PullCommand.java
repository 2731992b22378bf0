// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.command;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.entente.connector.taxii.pull.Format;
import org.entente.connector.taxii.pull.Pull;
import org.entente.connector.taxii.pull.PullRequest;
import org.entente.connector.taxii.pull.PullResult;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code pull}: a collection of any TAXII 2.1 server to a file, from where the last run ended. */
@Command(
    name = "pull",
    description = "Pull the objects of a collection, from where the last run ended.")
public final class PullCommand implements Callable<Integer> {
  private final ClientTools tools;

  @Option(
      names = "--cursor",
      paramLabel = "FILE",
      description = "Keeps the place; the next run with the same options goes on from it.")
  @Nullable Path cursor;

  @Option(
      names = "--out",
      paramLabel = "FILE|-",
      description = "Where to write; continued when the cursor file knows it, else replaced.")
  String out = "-";

  @Option(
      names = "--format",
      paramLabel = "jsonl|bundle",
      description = "An object a line, or one bundle (${DEFAULT-VALUE}).")
  String format = "jsonl";

  @Option(
      names = "--type",
      split = ",",
      paramLabel = "T",
      description = "Only objects of this type; may be given several times.")
  List<String> types = new ArrayList<>();

  @Option(names = "--limit", paramLabel = "N", description = "The most objects to pull.")
  @Nullable Long limit;

  @Mixin ClientOptions options = new ClientOptions();
  @Spec @Nullable CommandSpec spec;

  /** A command with what it needs beside its arguments. */
  public PullCommand(ClientTools tools) {
    this.tools = tools;
  }

  @Override
  public Integer call() {
    return ClientRun.of(spec, options, tools, "pulled", this::pull);
  }

  private Future<Integer> pull(ClientRun.Desk desk) {
    PullRequest request = request();
    Pull pull =
        new Pull(desk.client(), desk.disk(), tools.random(), tools.output(), desk.progress());
    return pull.run(request)
        .map(
            result -> {
              show(result, desk.line().getOut(), desk.line().getErr());
              return result.refused() == 0 ? 0 : 1;
            });
  }

  private PullRequest request() {
    if (limit != null && limit < 1) {
      throw new IllegalArgumentException("--limit is at least 1");
    }
    if (types.stream().anyMatch(type -> !type.matches("[a-z0-9-]{1,250}"))) {
      throw new IllegalArgumentException("--type names types of objects, like indicator");
    }
    return new PullRequest(
        options.collection(),
        types,
        limit == null ? OptionalLong.empty() : OptionalLong.of(limit),
        format(),
        out.equals("-") ? Optional.empty() : Optional.of(Path.of(out)),
        Optional.ofNullable(cursor));
  }

  private Format format() {
    for (Format known : Format.values()) {
      if (known.word().equals(format.toLowerCase(Locale.ROOT))) {
        return known;
      }
    }
    throw new IllegalArgumentException("--format is jsonl or bundle");
  }

  /** Standard output is for the objects, when they go there. */
  private void show(PullResult result, PrintWriter stdout, PrintWriter err) {
    if (options.json) {
      JsonObject json =
          new JsonObject()
              .put("objects", result.objects())
              .put("bytes", result.bytes())
              .put("refused", result.refused())
              .put("complete", result.complete());
      result.last().ifPresent(last -> json.put("added_last", last));
      (out.equals("-") ? err : stdout).println(json.encode());
      return;
    }
    String left = result.refused() == 0 ? "" : ", " + result.refused() + " left out";
    String rest = result.complete() ? "" : "; there is more";
    String objects = result.objects() == 1 ? " object" : " objects";
    err.println(result.objects() + objects + left + rest);
  }
}
