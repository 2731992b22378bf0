// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.command;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import org.entente.connector.DiskLane;
import org.entente.connector.EventLoop;
import org.entente.connector.Progress;
import org.entente.connector.taxii.TaxiiClient;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Runs a command that speaks TAXII: from its work to its exit code. */
final class ClientRun {
  private ClientRun() {}

  /**
   * What the work has.
   *
   * @param client speaks to the server
   * @param disk reads and writes files
   * @param progress shows how it goes
   * @param line gives the writers
   */
  record Desk(TaxiiClient client, DiskLane disk, Progress progress, CommandLine line) {}

  /** What a command does. */
  @FunctionalInterface
  interface Work {
    /** Begins, and tells the exit code when it has ended. */
    Future<Integer> begin(Desk desk);
  }

  /**
   * Runs the work: 1 with a sentence when it fails, 2 when the options are wrong.
   *
   * @param verb what is done, for the progress: {@code pushed}
   */
  static int of(
      @Nullable CommandSpec spec,
      ClientOptions options,
      ClientTools tools,
      String verb,
      Work work) {
    if (spec == null) {
      throw new IllegalStateException("no command line");
    }
    CommandLine line = spec.commandLine();
    Vertx vertx = Vertx.vertx(quiet());
    try {
      Progress progress = new Progress(line.getErr(), tools.clock(), tools.terminal(), verb);
      TaxiiClient client = options.client(vertx, tools, progress::say);
      Desk desk = new Desk(client, new DiskLane(vertx, verb), progress, line);
      return await(EventLoop.run(vertx, () -> work.begin(desk)));
    } catch (IllegalArgumentException wrong) {
      throw new ParameterException(line, String.valueOf(wrong.getMessage()), wrong);
    } catch (IOException | RuntimeException failed) {
      PrintWriter err = line.getErr();
      err.println(spec.qualifiedName() + ": " + sentence(failed));
      return 1;
    } finally {
      // not waited for: a thread may still read standard input, and ends with the process
      vertx.close();
    }
  }

  /** One thread that ends with the process, writes nothing to disk by itself and may be slow. */
  static VertxOptions quiet() {
    return new VertxOptions()
        .setBlockedThreadCheckInterval(Duration.ofDays(1).toMillis())
        .setEventLoopPoolSize(1)
        .setUseDaemonThread(true)
        .setFileSystemOptions(
            new FileSystemOptions()
                .setFileCachingEnabled(false)
                .setClassPathResolvingEnabled(false));
  }

  private static int await(Future<Integer> future) throws IOException {
    try {
      return future.toCompletionStage().toCompletableFuture().get();
    } catch (ExecutionException failed) {
      Throwable cause = failed.getCause();
      if (cause instanceof IOException io) {
        throw io;
      }
      throw cause instanceof RuntimeException known ? known : new IllegalStateException(cause);
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", end);
    }
  }

  private static String sentence(Exception failed) {
    String message = String.valueOf(failed.getMessage());
    if (failed instanceof NoSuchFileException) {
      return "`" + message + "` does not exist";
    }
    if (failed instanceof AccessDeniedException) {
      return "`" + message + "` must not be read or written";
    }
    return message;
  }
}
