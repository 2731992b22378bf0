// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.command.validate;

import io.vertx.core.json.JsonObject;
import java.io.PrintWriter;
import java.util.List;
import org.entente.stix.type.Finding;

/** For machines: a line of JSON for each finding, and one at the end. */
final class JsonReport implements Report {
  private final PrintWriter out;
  private final long most;
  private long shown;

  JsonReport(PrintWriter out, long most) {
    this.out = out;
    this.most = most;
  }

  @Override
  public void found(Place place, String id, List<Finding> findings) {
    for (Finding finding : findings) {
      if (shown++ < most) {
        out.println(json(place, id, finding).encode());
      }
    }
  }

  private static JsonObject json(Place place, String id, Finding finding) {
    return new JsonObject()
        .put("file", place.file())
        .put("value", place.value())
        .put("pointer", place.pointer() + finding.pointer())
        .put("id", id)
        .put("type", finding.type())
        .put("property", finding.property())
        .put("rule", finding.rule().name())
        .put("level", finding.level().word())
        .put("section", finding.section())
        .put("reason", finding.reason());
  }

  @Override
  public void end(Count count) {
    out.println(
        new JsonObject()
            .put("files", count.files())
            .put("objects", count.objects())
            .put("errors", count.errors())
            .put("warnings", count.warnings())
            .encode());
  }
}
