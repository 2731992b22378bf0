// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.admin;

import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import java.util.List;
import java.util.Set;
import org.entente.server.admin.rest.Answer;
import org.entente.server.admin.rest.Call;
import org.entente.server.admin.rest.Endpoint;
import org.entente.server.exchange.BackingUp;

/** {@code /v1/backups}: a copy of everything, kept beside the data. */
final class BackupCalls {
  private final BackingUp backingUp;

  BackupCalls(AdminParts parts) {
    this.backingUp = parts.cases().backingUp();
  }

  List<Endpoint> endpoints() {
    return List.of(
        new Endpoint(
            HttpMethod.POST,
            "/v1/backups",
            Role.ADMIN,
            Set.of("name"),
            Endpoint.Body.NONE,
            this::backup));
  }

  private Future<Answer> backup(Call call) {
    return backingUp
        .backup(call.query().need("name"), call.caller().name())
        .map(backup -> Answer.created(BackupJson.of(backup)));
  }
}
