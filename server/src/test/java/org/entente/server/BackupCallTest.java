// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A backup that a running server is asked for. */
class BackupCallTest {
  @Test
  @Timeout(180)
  void backup_ofARunningServer_staysBesideItsDataAndIsRecorded(@TempDir Path data)
      throws Exception {
    try (LiveServer server = LiveServer.start(data)) {
      RawAnswer made = server.admin("POST", "/backups?name=monday.db", "application/json", "");

      assertThat(made.status()).isEqualTo(201);
      JsonObject json = new JsonObject(made.text());
      Path file = data.resolve("backups").resolve("monday.db");
      assertThat(json.getString("file")).isEqualTo(file.toString());
      assertThat(json.getLong("bytes")).isEqualTo(Files.size(file));
      assertThat(json.getLong("position")).isPositive();
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
          .isEqualTo("rw-------");
      assertThat(server.admin("GET", "/audit", "application/json", "").text())
          .contains("\"backup\"", "monday.db");

      RawAnswer again = server.admin("POST", "/backups?name=monday.db", "application/json", "");
      assertThat(again.status()).isEqualTo(409);
      assertThat(again.text()).contains("is there already", "error_id");
      RawAnswer outside = server.admin("POST", "/backups?name=../x.db", "application/json", "");
      assertThat(outside.status()).isEqualTo(409);
      assertThat(data.resolve("x.db")).doesNotExist();
      assertThat(server.admin("POST", "/backups", "application/json", "").status()).isEqualTo(400);
    }
  }
}
