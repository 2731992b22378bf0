// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.json.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.InstantSource;
import org.entente.server.command.DataKeeper;
import org.entente.server.store.StoreException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The first token of data whose token or secrets are lost. */
class AdminTokenTest {
  private static final InstantSource MARCH =
      InstantSource.fixed(java.time.Instant.parse("2026-03-01T12:00:00Z"));

  private final DataKeeper keeper;

  AdminTokenTest() throws NoSuchAlgorithmException {
    keeper = new LocalDataKeeper(new Chance(MARCH, () -> 0, SecureRandom.getInstanceStrong()));
  }

  /** Two administrators come with their own secrets, so that the first token is void. */
  private static void bothAtWork(LiveServer server) throws Exception {
    for (String administrator : new String[] {"ana", "otto"}) {
      String path = "/administrators/" + administrator + "/secrets";
      String secret =
          new JsonObject(server.admin("POST", path, "application/json", "").text())
              .getString("secret");
      assertThat(members(server, secret).status()).isNotEqualTo(401);
    }
  }

  private static RawAnswer members(LiveServer server, String token) throws Exception {
    try (RawSocket socket = RawSocket.to(server.management())) {
      return socket
          .send(LiveServer.head("GET", "/admin/v1/members", token) + "Connection: close\r\n\r\n")
          .answer();
    }
  }

  @Test
  void firstToken_ofARestoredBackup_holdsAgain_andIsRecorded(@TempDir Path folder)
      throws Exception {
    Path data = folder.resolve("data");
    String former;
    try (LiveServer server = LiveServer.start(data)) {
      former = server.adminToken();
      bothAtWork(server);
      assertThat(members(server, former).status()).isEqualTo(401);
      keeper.backup(data, folder.resolve("backup"), (what, done, whole) -> {});
    }
    Path restored = folder.resolve("restored");
    keeper.restore(folder.resolve("backup"), restored, (what, done, whole) -> {});

    Path file = keeper.firstToken(restored);

    assertThat(file).isEqualTo(restored.resolve("admin.token"));
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    try (LiveServer server = LiveServer.start(restored)) {
      assertThat(members(server, former).status()).isEqualTo(401);
      assertThat(members(server, server.adminToken()).status()).isEqualTo(200);
      assertThat(server.admin("GET", "/audit", "application/json", "").text())
          .contains("\"first-token\"");
      String token = server.adminToken();
      bothAtWork(server);
      assertThat(members(server, token).status()).isEqualTo(401);
    }
  }

  @Test
  void firstToken_whereThereIsNothing_makesNothing(@TempDir Path folder) {
    assertThatThrownBy(() -> keeper.firstToken(folder)).hasMessageContaining("no exchange");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void firstToken_whileAServerRuns_isRefused(@TempDir Path data) throws Exception {
    try (LiveServer server = LiveServer.start(data)) {
      String token = server.adminToken();
      assertThatThrownBy(() -> keeper.firstToken(data))
          .isInstanceOfSatisfying(
              StoreException.class,
              refused -> assertThat(refused.reason()).isEqualTo(StoreException.Reason.LOCKED));
      assertThat(server.adminToken()).isEqualTo(token);
    }
  }
}
