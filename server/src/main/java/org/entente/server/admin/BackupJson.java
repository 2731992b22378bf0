// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.admin;

import io.vertx.core.json.JsonObject;
import org.entente.server.store.BackupFile;
import org.entente.server.taxii.Position;

/** A backup as the API and the commands tell of it. */
public final class BackupJson {
  private BackupJson() {}

  /** Where it is, how large, and what it ends with. */
  public static JsonObject of(BackupFile backup) {
    return new JsonObject()
        .put("file", backup.file().toString())
        .put("bytes", backup.bytes())
        .put("schema", backup.schema())
        .put("position", backup.record().position())
        .put("at", Position.instant(backup.record().position()).toString())
        .put("epoch", backup.record().epoch())
        .put("classes", backup.record().classes());
  }
}
