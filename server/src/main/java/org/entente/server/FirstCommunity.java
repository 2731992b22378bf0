// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server;

import io.vertx.core.Future;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.entente.document.Source;
import org.entente.server.admin.Offload;
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
    try (Stream<Path> files = Files.walk(folder)) {
      List<Source> sources = new ArrayList<>();
      for (Path file : files.sorted().toList()) {
        String name = file.toString();
        if (name.endsWith(".yaml") || name.endsWith(".yml") || name.endsWith(".json")) {
          sources.add(new Source(name, Files.readString(file)));
        }
      }
      return sources;
    } catch (IOException unreadable) {
      throw new CommandFailure("the community folder cannot be read: " + unreadable.getMessage());
    }
  }
}
