// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.command;

import io.vertx.core.Future;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import org.entente.connector.taxii.TaxiiException;
import org.entente.connector.taxii.push.Push;
import org.entente.connector.taxii.push.PushRequest;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code push}: files of STIX objects to a collection of any TAXII 2.1 server. */
@Command(
    name = "push",
    description = "Push STIX objects to a collection and tell what became of each.")
public final class PushCommand implements Callable<Integer> {
  private final ClientTools tools;

  @Option(
      names = "--policy",
      split = ",",
      paramLabel = "ID",
      description = "A release policy of yours for these objects; may be given several times.")
  List<String> policies = new ArrayList<>();

  @Option(
      names = "--batch",
      paramLabel = "N",
      description = "The most objects of one request (${DEFAULT-VALUE}).")
  int batch = 1000;

  @Option(names = "--dry-run", description = "Ask who would see each object, and store nothing.")
  boolean dryRun;

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE|-",
      description = "Bundles, envelopes, objects or JSON lines, plain or gzip.")
  List<String> files = new ArrayList<>();

  @Mixin ClientOptions options = new ClientOptions();
  @Spec @Nullable CommandSpec spec;

  /** A command with what it needs beside its arguments. */
  public PushCommand(ClientTools tools) {
    this.tools = tools;
  }

  @Override
  public Integer call() {
    return ClientRun.of(spec, options, tools, dryRun ? "asked about" : "pushed", this::push);
  }

  private Future<Integer> push(ClientRun.Desk desk) {
    check();
    PrintWriter out = desk.line().getOut();
    Foresight foresight = new Foresight(out, options.json);
    Push push =
        new Push(desk.client(), desk.disk(), tools.input(), desk.progress(), foresight::tell);
    PushRequest request =
        new PushRequest(options.collection(), files, batch, List.copyOf(policies), dryRun);
    return push.run(request)
        .recover(cause -> Future.failedFuture(dryRun ? notOffered(cause) : cause))
        .map(
            result -> {
              PushReport report = new PushReport(out, desk.line().getErr(), options.json);
              if (dryRun) {
                report.asked(result, foresight);
                return foresight.refused() + result.failure() == 0 ? 0 : 1;
              }
              report.pushed(result);
              return result.failure() == 0 ? 0 : 1;
            });
  }

  /** Refuses what would only be noticed after half of the objects were sent. */
  private void check() {
    if (batch < 1 || batch > 100_000) {
      throw new IllegalArgumentException("--batch is 1 to 100000");
    }
    if (Collections.frequency(files, "-") > 1) {
      throw new IllegalArgumentException("standard input can be read once");
    }
    if (policies.stream().anyMatch(id -> !id.matches("[\\x21-\\x7e&&[^,]]{1,256}"))) {
      throw new IllegalArgumentException("--policy names ids");
    }
    for (String file : files) {
      if (!file.equals("-") && !Files.isReadable(Path.of(file))) {
        throw new IllegalArgumentException("`" + file + "` cannot be read");
      }
    }
  }

  private static Throwable notOffered(Throwable cause) {
    boolean missing =
        cause instanceof TaxiiException failure
            && failure.kind() == TaxiiException.Kind.NOT_FOUND
            && failure.sentence().contains("/member/v1/explain");
    return missing
        ? new IllegalStateException(
            "the server does not offer to say who would see an object, or has no such collection")
        : cause;
  }
}
