// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.command;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.PrintWriter;
import java.util.List;
import java.util.function.Consumer;
import org.entente.connector.taxii.push.PushFailure;
import org.entente.connector.taxii.push.PushResult;
import org.entente.connector.taxii.push.PushWarning;
import org.entente.stix.StixTimestamp;

/**
 * Tells what became of a push.
 *
 * @param out for the result
 * @param err for what people should know besides
 * @param json whether the result is for machines
 */
record PushReport(PrintWriter out, PrintWriter err, boolean json) {
  private static final int MAX_SHOWN = 20;

  /** Ends a dry run with what its files hold and no server was asked about. */
  void asked(PushResult result, Foresight foresight) {
    result.notes().forEach(note -> err.println("note: " + note));
    result.failures().forEach(foresight::unasked);
    more(result.failure() - result.failures().size(), "");
  }

  /** Ends a push. */
  void pushed(PushResult result) {
    if (json) {
      machine(result);
      return;
    }
    result.notes().forEach(note -> err.println("note: " + note));
    some(result.failures(), result.failure(), "", this::failed);
    some(result.warnings(), result.warned(), " warnings", this::warned);
    out.println(result.success() + " stored or there already, " + result.failure() + " failed");
  }

  private <T> void some(List<T> all, long count, String what, Consumer<T> told) {
    List<T> shown = all.subList(0, Math.min(MAX_SHOWN, all.size()));
    shown.forEach(told);
    more(count - shown.size(), what);
  }

  private void more(long more, String what) {
    if (more > 0) {
      err.println("and " + more + " more" + what);
    }
  }

  private void failed(PushFailure failure) {
    boolean unversioned = failure.version().equals(StixTimestamp.UNVERSIONED.text());
    String version = unversioned ? "" : failure.version();
    err.println(("failed: " + failure.id() + " " + version).strip());
    err.println("  " + failure.message());
  }

  private void warned(PushWarning warning) {
    err.println("warning: " + warning.id() + " - " + warning.message());
  }

  private void machine(PushResult result) {
    JsonArray failures = new JsonArray();
    for (PushFailure failure : result.failures()) {
      failures.add(
          new JsonObject()
              .put("id", failure.id())
              .put("version", failure.version())
              .put("message", failure.message()));
    }
    JsonArray warnings = new JsonArray();
    for (PushWarning warning : result.warnings()) {
      warnings.add(new JsonObject().put("id", warning.id()).put("message", warning.message()));
    }
    out.println(
        new JsonObject()
            .put("success", result.success())
            .put("failure", result.failure())
            .put("failures", failures)
            .put("warnings", warnings)
            .put("notes", new JsonArray(result.notes()))
            .encode());
  }
}
