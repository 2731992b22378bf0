// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.entente.server.config.Config;
import org.entente.server.config.ConfigException;
import org.entente.server.config.ConfigLoader;
import org.entente.server.demo.Node;
import org.entente.server.observe.Logs;

/** A server for the demo: plain HTTP on loopback, defaults otherwise. */
final class DemoNode implements Node {
  private final Vertx vertx;
  private final Path data;
  private final Config config;
  private final Server server;

  DemoNode(Vertx vertx, Path data, int port, Chance chance) {
    this.vertx = vertx;
    this.data = data;
    try {
      this.config = Plain.on(ConfigLoader.load(Optional.empty(), Map.of()), port);
    } catch (ConfigException impossible) {
      throw new IllegalStateException("the defaults are valid", impossible);
    }
    Logs.configure(config.log());
    this.server = new Wiring(vertx, config, data, chance).server();
  }

  @Override
  public Future<Void> start() {
    return server
        .start(Optional.empty())
        .map(
            started -> {
              AdminLeftovers.write(data, server.management(), config);
              return null;
            });
  }

  @Override
  public int partnersPort() {
    return server.partners().getPort();
  }

  @Override
  public int managementPort() {
    return server.management().getPort();
  }

  @Override
  public Future<Void> stop() {
    return server.stop(vertx);
  }
}
