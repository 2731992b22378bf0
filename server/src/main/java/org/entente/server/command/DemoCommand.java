// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.command;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.random.RandomGenerator;
import org.entente.server.demo.Demo;
import org.entente.server.demo.Node;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code demo}: an exchange with six members and their data, until it is interrupted. */
@Command(
    name = "demo",
    description = "Show an exchange with six members and real threat data, until interrupted.")
public final class DemoCommand implements Callable<Integer> {
  /** The management is on the port after it. */
  private static final int LAST_PORT = 65_534;

  private static final int READY_SECONDS = 120;
  private static final int STOP_SECONDS = 20;

  private final Node.Maker maker;
  private final InstantSource clock;
  private final RandomGenerator random;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      description = "Members are served here, administrators on the next one (8080).")
  int port = 8080;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Keep the data here; a fresh folder that goes at the end unless said.")
  @Nullable Path data;

  @Spec @Nullable CommandSpec spec;

  /**
   * A command that starts a server in this process.
   *
   * @param maker builds the server
   * @param clock for the members' clients
   * @param random for the members' clients
   */
  public DemoCommand(Node.Maker maker, InstantSource clock, RandomGenerator random) {
    this.maker = maker;
    this.clock = clock;
    this.random = random;
  }

  @Override
  public Integer call() throws IOException {
    if (spec == null) {
      throw new IllegalStateException("no command line");
    }
    if (port < 0 || port > LAST_PORT) {
      throw new ParameterException(spec.commandLine(), "--port is from 0 to " + LAST_PORT);
    }
    DemoFolder folder = DemoFolder.of(data);
    Vertx vertx = Vertx.vertx();
    Demo demo =
        new Demo(vertx, clock, random, maker.make(vertx, folder.path(), port), folder.path());
    Thread stop = new Thread(() -> stop(demo, folder), "demo-stop");
    Runtime.getRuntime().addShutdownHook(stop);
    PrintWriter err = spec.commandLine().getErr();
    try {
      await(demo.run(spec.commandLine().getOut()), READY_SECONDS);
    } catch (ExecutionException failed) {
      Throwable cause = failed.getCause() == null ? failed : failed.getCause();
      err.println(spec.qualifiedName() + ": " + cause.getMessage());
      return 1;
    } catch (TimeoutException late) {
      err.println(spec.qualifiedName() + ": not ready after " + READY_SECONDS + " s");
      return 1;
    }
    stay();
    return 0;
  }

  /** Until the process is told to end. */
  private static void stay() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
    }
  }

  private static void stop(Demo demo, DemoFolder folder) {
    try {
      await(demo.stop(), STOP_SECONDS);
    } catch (ExecutionException | TimeoutException ending) {
      // the process ends anyway
    } finally {
      folder.remove();
    }
  }

  private static void await(Future<Void> future, int seconds)
      throws ExecutionException, TimeoutException {
    try {
      future.toCompletionStage().toCompletableFuture().get(seconds, TimeUnit.SECONDS);
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
    }
  }
}
