// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.stix;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The facts extracted from one STIX object, beside the producer's bytes.
 *
 * @param id the identifier
 * @param specVersion {@code 2.1}, also for an SCO that leaves it out
 * @param created when it is there
 * @param modified when it is there
 * @param createdBy {@code created_by_ref}, when it is there
 * @param revoked {@code revoked}, false when absent
 * @param labels the labels, as sent
 * @param markings the targets of {@code object_marking_refs}, in order
 * @param granularMarkings the {@code marking_ref}s of {@code granular_markings}
 * @param references what it refers to, each target once for each kind; bounded by the reader
 * @param bytes the object exactly as the producer sent it; not to be changed
 */
public record StixObject(
    StixId id,
    String specVersion,
    Optional<StixTimestamp> created,
    Optional<StixTimestamp> modified,
    Optional<StixId> createdBy,
    boolean revoked,
    List<String> labels,
    List<StixId> markings,
    List<StixId> granularMarkings,
    List<Reference> references,
    byte[] bytes) {

  private static final Set<String> SCOS =
      Set.of(
          "artifact",
          "autonomous-system",
          "directory",
          "domain-name",
          "email-addr",
          "email-message",
          "file",
          "ipv4-addr",
          "ipv6-addr",
          "mac-addr",
          "mutex",
          "network-traffic",
          "process",
          "software",
          "url",
          "user-account",
          "windows-registry-key",
          "x509-certificate");

  /** The version (TAXII 2.1 §4.3.1): {@code modified}, else {@code created}, else a constant. */
  public StixTimestamp version() {
    return modified.or(() -> created).orElse(StixTimestamp.UNVERSIONED);
  }

  /** Whether the object is a cyber-observable of STIX 2.1 §6. */
  public boolean isObservable() {
    return isObservable(id.type());
  }

  /** Whether a type is one of the cyber-observables of STIX 2.1 §6. */
  public static boolean isObservable(String type) {
    return SCOS.contains(type);
  }

  /**
   * Whether the object is of a kind that travels with those that refer to it and has no marking of
   * its own (docs/sharing.md).
   */
  public boolean isCarried() {
    boolean kind =
        switch (id.type()) {
          case "language-content", "marking-definition", "extension-definition" -> true;
          default -> isObservable();
        };
    return kind && markings.isEmpty() && granularMarkings.isEmpty();
  }

  /** The id and version, never the content. */
  @Override
  public String toString() {
    return id + "@" + version();
  }
}
