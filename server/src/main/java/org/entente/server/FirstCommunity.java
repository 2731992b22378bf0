// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server;

import io.vertx.core.Future;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.entente.document.Source;
import org.entente.server.admin.Offload;
import org.entente.server.command.DocumentFiles;
import org.entente.server.exchange.Administration;
import org.entente.server.exchange.ResourceChange;
import org.entente.server.resource.load.Documents;
import org.entente.server.resource.plan.Plan;
import org.entente.server.resource.plan.Planner;

/** The community folder that is applied at the first start of an empty store. */
final class FirstCommunity {
  private static final String ACTOR = "first-start";

  private final Administration administration;
  private final Planner planner;
  private final Offload lane;

  /** Plans in a lane: reading and checking a folder takes long. */
  FirstCommunity(Administration administration, Planner planner, Offload lane) {
    this.administration = administration;
    this.planner = planner;
    this.lane = lane;
  }

  /**
   * Applies the YAML and JSON files of a folder, in the order of their names, unless resources are
   * in force already.
   *
   * @return whether it was applied; failed with {@link CommandFailure} that says every error
   */
  Future<Boolean> apply(Path folder) {
    return administration
        .resources()
        .compose(
            set -> {
              if (!set.documents().isEmpty()) {
                return Future.succeededFuture(false);
              }
              return lane.run(() -> plan(folder)).compose(plan -> apply(set.basis(), plan));
            });
  }

  private Plan plan(Path folder) {
    return planner.plan(List.of(), new Documents().read(sources(folder)), false);
  }

  private Future<Boolean> apply(long basis, Plan plan) {
    if (!plan.errors().isEmpty()) {
      return Future.failedFuture(refused(plan));
    }
    ResourceChange change = new ResourceChange(basis, plan.upserts(), plan.deletes());
    return administration.apply(change, false, ACTOR).map(true);
  }

  private static CommandFailure refused(Plan plan) {
    return new CommandFailure(
        plan.errors().stream()
            .map(
                error ->
                    error.file().orElse("")
                        + ":"
                        + error.line()
                        + ": "
                        + error.field()
                        + ": "
                        + error.message())
            .collect(Collectors.joining(System.lineSeparator())));
  }

  private static List<Source> sources(Path folder) {
    try {
      return DocumentFiles.read(List.of(folder.toString()), InputStream.nullInputStream());
    } catch (IOException unreadable) {
      throw new CommandFailure("--community: " + unreadable.getMessage());
    }
  }
}
