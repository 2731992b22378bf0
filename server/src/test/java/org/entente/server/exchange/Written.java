// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.exchange;

import java.util.UUID;

/** Objects as producers write them, told apart by small numbers. */
final class Written {
  static final String GREEN = "marking-definition--bab4a63c-aed9-4cf5-a766-dfca5abac2bb";
  static final String STRICT = "marking-definition--939a9414-2ddd-4d32-a0cd-375ea402b003";
  static final String ADDRESS = "ipv4-addr--28bb3599-77cd-5a82-a950-b5bc3caf07c4";

  static final String FILE = "file--28bb3599-77cd-5a82-a950-b5bc3caf07f1";

  private static final String DIRECTORY = "directory--28bb3599-77cd-5a82-a950-b5bc3caf07d1";

  private static final String NEW_YEAR = "2026-01-01T00:00:00.000Z";

  private Written() {}

  static UUID uuid(int n) {
    return new UUID(0x0000_0000_0000_4000L, 0x8000_0000_0000_0000L + n);
  }

  private static String versioned(String type, int n, String modified, String marking) {
    return "{\"type\":\"%s\",\"spec_version\":\"2.1\",\"id\":\"%s--%s\",\"created\":\"%s\",\"modified\":\"%s\",\"object_marking_refs\":[\"%s\"]"
        .formatted(type, type, uuid(n), NEW_YEAR, modified, marking);
  }

  static String indicator(int n, String modified, String marking) {
    return versioned("indicator", n, modified, marking)
        + ",\"pattern\":\"[ipv4-addr:value = '198.51.100.3']\",\"pattern_type\":\"stix\",\"valid_from\":\"2026-01-01T00:00:00Z\"}";
  }

  static String relationship(int n, int source, int target, String marking) {
    return versioned("relationship", n, NEW_YEAR, marking)
        + ",\"relationship_type\":\"related-to\",\"source_ref\":\"indicator--%s\",\"target_ref\":\"indicator--%s\"}"
            .formatted(uuid(source), uuid(target));
  }

  /** An address that everybody meets; {@code note} tells variants of it apart. */
  static String address(String note) {
    return "{\"type\":\"ipv4-addr\",\"spec_version\":\"2.1\",\"id\":\"%s\",\"value\":\"198.51.100.3\"%s}"
        .formatted(ADDRESS, note.isEmpty() ? "" : ",\"x_note\":\"" + note + "\"");
  }

  /** A file that names its folder. */
  static String file() {
    return "{\"type\":\"file\",\"spec_version\":\"2.1\",\"id\":\"%s\",\"name\":\"f\",\"parent_directory_ref\":\"%s\"}"
        .formatted(FILE, DIRECTORY);
  }

  /** The folder, which names the file. */
  static String directory() {
    return "{\"type\":\"directory\",\"spec_version\":\"2.1\",\"id\":\"%s\",\"path\":\"/d\",\"contains_refs\":[\"%s\"]}"
        .formatted(DIRECTORY, FILE);
  }

  /** What was seen of the address. */
  static String observed(int n, String day, String marking) {
    return versioned("observed-data", n, day + "T00:00:00.000Z", marking)
        + ",\"first_observed\":\"2026-01-01T00:00:00Z\",\"last_observed\":\"2026-01-01T00:00:00Z\""
        + ",\"number_observed\":1,\"object_refs\":[\""
        + ADDRESS
        + "\"]}";
  }

  /** A statement that anybody may mark with. */
  static String statement(int n) {
    return "{\"type\":\"marking-definition\",\"spec_version\":\"2.1\",\"id\":\"marking-definition--%s\",\"created\":\"%s\",\"definition_type\":\"statement\",\"definition\":{\"statement\":\"for friends\"}}"
        .formatted(uuid(n), NEW_YEAR);
  }
}
