// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.admin.member;

import java.util.List;
import java.util.Set;
import org.entente.server.admin.rest.Answer;
import org.entente.server.admin.rest.Endpoint;
import org.entente.server.exchange.Auditing;

/** {@code /audit/head}: the head of the day, for every member to keep. */
final class HeadCall {
  private final Auditing auditing;

  HeadCall(Auditing auditing) {
    this.auditing = auditing;
  }

  List<Endpoint> endpoints() {
    return List.of(
        Endpoint.get(
            "/audit/head",
            Set.of(),
            Set.of(),
            call -> auditing.daily().map(head -> Answer.ok(head.json()))));
  }
}
