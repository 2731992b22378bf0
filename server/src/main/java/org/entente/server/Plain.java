// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server;

import org.entente.server.config.Config;
import org.entente.server.config.HostPort;

/** Plain HTTP on loopback, whatever the configuration says of addresses. */
final class Plain {
  private static final String LOOPBACK = "127.0.0.1";

  private Plain() {}

  static Config on(Config config, int port) {
    Config.Network network = config.network();
    Config.Listen listen =
        new Config.Listen(
            new HostPort(LOOPBACK, port), new HostPort(LOOPBACK, port == 0 ? 0 : port + 1), true);
    return new Config(
        config.storage(),
        new Config.Network(listen, network.publicUrl(), network.trustedProxies(), network.tls()),
        config.protocol(),
        config.bounds(),
        config.log(),
        config.feeds());
  }
}
