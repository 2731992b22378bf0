// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PortsTest {
  @Test
  void start_onPort0_opensOneFreePortForAllLoopsOfAListener(@TempDir Path data) throws Exception {
    try (LiveServer server = LiveServer.start(data)) {
      URI partners = server.partners();
      Set<Integer> ports = new TreeSet<>(Set.of(partners.getPort(), server.management().getPort()));
      assertThat(ports).hasSize(2).allMatch(port -> port > 0);
      for (int i = 0; i < 8; i++) {
        assertThat(server.get("/taxii2/", "").status()).isEqualTo(401);
      }
    }
  }

  @Test
  void start_onATakenPort_namesIt(@TempDir Path data) throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String address = "127.0.0.1:" + taken.getLocalPort();
      LiveServer.Plan plan = LiveServer.plan(data).set("listen.management", address);
      assertThatThrownBy(plan::start)
          .cause()
          .hasMessage("`" + address + "` cannot be listened on: Address already in use");
    }
  }

  @Test
  void start_onAnAddressOfIpv6_isReachedThere(@TempDir Path data) throws Exception {
    LiveServer.Plan plan =
        LiveServer.plan(data).set("listen.partners", "[::1]:0").set("listen.management", "[::1]:0");
    try (LiveServer server = plan.start()) {
      assertThat(server.partners())
          .hasToString("http://[::1]:" + server.partners().getPort() + "/");
      assertThat(server.get("/taxii2/", server.secret("acme/soc")).status()).isEqualTo(200);
    }
  }
}
