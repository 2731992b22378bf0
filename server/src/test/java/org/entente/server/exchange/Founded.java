// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.exchange;

/** The community that a {@link House} begins with. */
final class Founded {
  static final String COMMUNITY =
      """
      kind: Member
      id: acme
      name: Acme
      org_kind: private
      seat: [US]
      status: active
      handles_up_to: RED
      ---
      kind: Member
      id: borealis
      name: Borealis
      org_kind: private
      seat: [DE]
      status: active
      handles_up_to: RED
      ---
      kind: Credential
      id: acme/soc
      reader: internal
      roles: [publisher, consumer]
      ceiling: RED
      ---
      kind: Credential
      id: borealis/soc
      reader: internal
      roles: [publisher, consumer]
      ceiling: RED
      ---
      kind: Credential
      id: borealis/clients
      reader: client
      roles: [consumer]
      ceiling: RED
      ---
      kind: Circle
      id: core
      members: [acme, borealis]
      ---
      """
          + collection("history: all");

  /** A third member, to be applied. */
  static final String COBALT =
      """
      kind: Member
      id: cobalt
      name: Cobalt
      org_kind: private
      seat: [GB]
      status: active
      handles_up_to: RED
      ---
      kind: Credential
      id: cobalt/soc
      reader: internal
      roles: [publisher, consumer]
      ceiling: RED
      """;

  private Founded() {}

  /** The collection, and what else is said of it. */
  static String collection(String more) {
    return """
        kind: Collection
        id: 3a3f7f8e-3e0a-4a43-8b5a-0d6c8e1d9b11
        api_root: exchange
        title: Indicators
        alias: indicators
        readers: [{all: members}]
        writers: [{all: members}]
        accepts: RED
        """
        + more
        + "\n";
  }
}
