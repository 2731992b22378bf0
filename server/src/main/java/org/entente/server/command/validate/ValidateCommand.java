// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.command.validate;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.LongSupplier;
import org.entente.connector.taxii.push.Inputs;
import org.entente.server.command.SlowWatch;
import org.entente.server.command.Terminal;
import org.entente.stix.json.Limits;
import org.entente.stix.type.Profile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code validate}: files of STIX objects, held against the standard. */
@Command(
    name = "validate",
    description = {
      "Hold STIX objects against STIX 2.1 with Errata 01, without a server.",
      "Exit code 0: no error was found. 1: one was. 2: a file could not be read."
    })
public final class ValidateCommand implements Callable<Integer> {
  private static final Limits LIMITS =
      new Limits(Long.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE, Limits.DEFAULT.object());

  private final Terminal terminal;
  private final LongSupplier ticker;

  @Option(
      names = "--profile",
      paramLabel = "PROFILE",
      description = "lenient, standard or strict (${DEFAULT-VALUE}).")
  Profile profile = Profile.STANDARD;

  @Option(names = "--json", description = "Write a line of JSON for each finding, for machines.")
  boolean json;

  @Option(
      names = "--max",
      paramLabel = "N",
      description = "The most findings to show (${DEFAULT-VALUE}).")
  long max = 1000;

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE|DIR|-",
      description = "Bundles, envelopes, objects or JSON lines, plain or gzip.")
  List<String> names = new ArrayList<>();

  @Spec @Nullable CommandSpec spec;

  /**
   * A command.
   *
   * @param terminal for standard input and colours
   * @param ticker nanoseconds, for the progress
   */
  public ValidateCommand(Terminal terminal, LongSupplier ticker) {
    this.terminal = terminal;
    this.ticker = ticker;
  }

  @Override
  public Integer call() {
    CommandSpec known = Objects.requireNonNull(spec, "picocli fills it");
    if (max < 0) {
      throw new ParameterException(known.commandLine(), "--max is 0 or more");
    }
    if (Collections.frequency(names, "-") > 1) {
      throw new ParameterException(known.commandLine(), "standard input can be read once");
    }
    PrintWriter out = known.commandLine().getOut();
    PrintWriter err = known.commandLine().getErr();
    Report report = json ? new JsonReport(out, max) : new TextReport(out, terminal, max);
    Count count = new Count();
    boolean unread = false;
    for (String file : files(known)) {
      unread |= !read(file, report, count, err);
    }
    report.end(count);
    out.flush();
    return unread ? 2 : count.errors() > 0 ? 1 : 0;
  }

  private List<String> files(CommandSpec known) {
    try {
      return NamedFiles.of(names);
    } catch (IOException unreadable) {
      throw new ParameterException(
          known.commandLine(), "a folder cannot be read: " + unreadable.getMessage(), unreadable);
    }
  }

  private boolean read(String file, Report report, Count count, PrintWriter err) {
    SlowWatch watch = new SlowWatch(err, ticker);
    Examination examination = new Examination(file, LIMITS, profile, report, count);
    long[] done = new long[1];
    try (InputStream in = new Inputs(terminal.input()).open(file)) {
      count.file();
      examination.read(
          in,
          more -> {
            done[0] += more;
            watch.progress(file + ": " + (done[0] >> 20) + " MiB", 0, 0);
          });
      return true;
    } catch (IOException unreadable) {
      err.println("validate: `" + file + "` cannot be read: " + unreadable.getMessage());
      return false;
    }
  }
}
