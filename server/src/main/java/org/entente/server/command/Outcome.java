// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.command;

import java.io.IOException;
import java.io.PrintWriter;
import org.entente.server.store.StoreException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/** From what a command does to its exit code: 0 done, 1 failed with a sentence, 2 wrong use. */
public final class Outcome {
  private Outcome() {}

  /** What a command does. */
  @FunctionalInterface
  public interface Work {
    int run(PrintWriter out, PrintWriter err) throws IOException;
  }

  /** The exit code of what a command does. */
  public static int of(@Nullable CommandSpec spec, Work work) {
    if (spec == null) {
      throw new IllegalStateException("no command line");
    }
    PrintWriter err = spec.commandLine().getErr();
    try {
      return work.run(spec.commandLine().getOut(), err);
    } catch (CommandException e) {
      err.println(spec.qualifiedName() + ": " + e.sentence());
      return e.code();
    } catch (IOException | StoreException e) {
      err.println(spec.qualifiedName() + ": " + e.getMessage());
      return 1;
    }
  }
}
