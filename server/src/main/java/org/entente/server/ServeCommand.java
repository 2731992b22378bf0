// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.entente.server.config.Config;
import org.entente.server.config.ConfigException;
import org.entente.server.config.ConfigLoader;
import org.entente.server.config.StoreUri;
import org.entente.server.exchange.extension.ExtensionException;
import org.entente.server.http.tls.TlsException;
import org.entente.server.observe.Logs;
import org.entente.server.store.StoreException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code serve}: runs the exchange until it is told to stop. */
@Command(name = "serve", description = "Run the exchange.")
final class ServeCommand implements Callable<Integer> {
  private static final long STOP_SECONDS = 30;

  /** The management is on the port after it. */
  private static final int LAST_PORT = 65_534;

  private final Chance chance;
  private final Map<String, String> environment;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli fills it
  private CommandSpec spec;

  @Option(names = "--config", paramLabel = "FILE", description = "The configuration.")
  private @Nullable Path config;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Where everything is kept; made when it is not there. Default: data.")
  private Path data = Path.of("data");

  @Option(
      names = "--community",
      paramLabel = "DIR",
      description = "Resources that are applied at the first start of an empty store.")
  private @Nullable Path community;

  @Option(
      names = "--insecure-http",
      paramLabel = "PORT",
      description =
          "Plain HTTP on loopback, for development: partners on PORT, management on PORT+1.")
  private @Nullable Integer insecureHttp;

  ServeCommand(Chance chance, Map<String, String> environment) {
    this.chance = chance;
    this.environment = environment;
  }

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    try {
      run(out, err);
      return 0;
    } catch (ConfigException wrong) {
      wrong.errors().forEach(err::println);
      return 1;
    } catch (CommandFailure | StoreException | TlsException | ExtensionException known) {
      err.println(known.getMessage());
      return 1;
    }
  }

  private void run(PrintWriter out, PrintWriter err) throws ConfigException {
    if (insecureHttp != null && (insecureHttp < 0 || insecureHttp > LAST_PORT)) {
      throw new ParameterException(
          spec.commandLine(), "--insecure-http is a port from 0 to " + LAST_PORT);
    }
    Config loaded = ConfigLoader.load(Optional.ofNullable(config), environment);
    Config settings = insecureHttp == null ? loaded : Plain.on(loaded, insecureHttp);
    if (!(settings.storage().uri() instanceof StoreUri.Sqlite)) {
      // Better none than a store that the operator did not ask for.
      throw new CommandFailure("store.uri: this release has the store `sqlite:` only");
    }
    Logs.configure(settings.log());
    DataFolder.ensure(data);
    Vertx vertx = Vertx.vertx(patient());
    Server server = new Wiring(vertx, settings, data, chance).server();
    CountDownLatch stopped = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(new Thread(() -> stop(vertx, server, stopped, err), "entente-stop"));
    Waiting.forIt(server.start(Optional.ofNullable(community)));
    AdminLeftovers.write(data, server.management(), settings);
    server.ownFingerprint().ifPresent(own -> err.println("certificate SHA-256 " + own));
    out.println("ready " + server.partners() + "taxii2/ admin " + server.management());
    out.flush();
    Waiting.on(stopped);
  }

  /** A slow machine is said in a line; stacks are for what hangs. */
  static VertxOptions patient() {
    return new VertxOptions()
        .setMaxEventLoopExecuteTimeUnit(TimeUnit.SECONDS)
        .setMaxEventLoopExecuteTime(5)
        .setWarningExceptionTimeUnit(TimeUnit.SECONDS)
        .setWarningExceptionTime(60);
  }

  private static void stop(Vertx vertx, Server server, CountDownLatch stopped, PrintWriter err) {
    try {
      Waiting.forIt(server.stop(vertx), STOP_SECONDS);
    } catch (RuntimeException late) {
      err.println("the stop was not clean: " + late.getMessage());
    } finally {
      stopped.countDown();
    }
  }
}
