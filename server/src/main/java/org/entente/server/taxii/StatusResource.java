// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.taxii;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What became of a submission (TAXII 2.1 §4.3.1). Each list is whole, or left out when it would be
 * too long; the counts hold in any case.
 *
 * @param id a random UUID in lower case
 * @param complete whether nothing is pending and nothing will change
 * @param requested the position at which the submission was received, microseconds since the epoch
 * @param total how many objects the envelope held
 * @param success how many are stored
 * @param failure how many are refused
 * @param pending how many are not decided
 * @param successes those stored, exactly {@code success} of them, or none
 * @param failures those refused, exactly {@code failure} of them, or none
 * @param pendings those not decided, exactly {@code pending} of them, or none
 * @param summary stands in for failures that were left out
 */
public record StatusResource(
    String id,
    boolean complete,
    Optional<Long> requested,
    long total,
    long success,
    long failure,
    long pending,
    List<StatusDetail> successes,
    List<StatusDetail> failures,
    List<StatusDetail> pendings,
    Optional<FailureSummary> summary) {
  /** Copies the lists and refuses counts that clients would refuse. */
  public StatusResource {
    successes = whole(successes, success);
    failures = whole(failures, failure);
    pendings = whole(pendings, pending);
    if (success < 0 || failure < 0 || pending < 0 || success + failure + pending != total) {
      throw new IllegalArgumentException("the counts of a status do not add up");
    }
  }

  private static List<StatusDetail> whole(List<StatusDetail> list, long count) {
    if (!list.isEmpty() && list.size() != count) {
      throw new IllegalArgumentException("a list of a status is neither whole nor left out");
    }
    return List.copyOf(list);
  }

  /** The TAXII resource. */
  public byte[] json() {
    return TaxiiJson.bytes(this::write);
  }

  private void write(JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("id", id);
    json.writeStringField("status", complete ? "complete" : "pending");
    TaxiiJson.optional(json, "request_timestamp", requested.map(Position::text));
    json.writeNumberField("total_count", total);
    json.writeNumberField("success_count", success);
    list(json, "successes", successes);
    json.writeNumberField("failure_count", failure);
    list(json, "failures", failures);
    json.writeNumberField("pending_count", pending);
    list(json, "pendings", pendings);
    if (summary.isPresent()) {
      summary(json, summary.get());
    }
    json.writeEndObject();
  }

  private static void list(JsonGenerator json, String name, List<StatusDetail> details)
      throws IOException {
    if (details.isEmpty()) {
      return;
    }
    json.writeArrayFieldStart(name);
    for (StatusDetail detail : details) {
      json.writeStartObject();
      json.writeStringField("id", detail.id());
      json.writeStringField("version", detail.version());
      TaxiiJson.optional(json, "message", detail.message());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void summary(JsonGenerator json, FailureSummary summary) throws IOException {
    json.writeObjectFieldStart("x_entente_failures");
    if (!summary.byRule().isEmpty()) {
      json.writeObjectFieldStart("by_rule");
      for (Map.Entry<String, Long> rule : new TreeMap<>(summary.byRule()).entrySet()) {
        json.writeNumberField(rule.getKey(), rule.getValue());
      }
      json.writeEndObject();
    }
    list(json, "examples", summary.examples());
    json.writeEndObject();
  }
}
