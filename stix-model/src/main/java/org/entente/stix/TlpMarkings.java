// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.stix;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The predefined TLP marking-definitions of STIX 2.1 §7.2.1.4 (TLP 1) and of TLP 2.0. */
public final class TlpMarkings {
  private static final Map<UUID, Tlp> LEVELS =
      Map.of(
          UUID.fromString("613f2e26-407d-48c7-9eca-b8e91df99dc9"), Tlp.CLEAR,
          UUID.fromString("34098fce-860f-48ae-8e50-ebd3cc5e41da"), Tlp.GREEN,
          UUID.fromString("f88d31f6-486f-44da-b317-01333bde0b82"), Tlp.AMBER,
          UUID.fromString("5e57c739-391a-4eb3-b6be-7d15ca92d5ed"), Tlp.RED,
          UUID.fromString("94868c89-83c2-464b-929b-a1a8aa3c8487"), Tlp.CLEAR,
          UUID.fromString("bab4a63c-aed9-4cf5-a766-dfca5abac2bb"), Tlp.GREEN,
          UUID.fromString("55d920b0-5e8b-4f79-9ee9-91f868d9b421"), Tlp.AMBER,
          UUID.fromString("939a9414-2ddd-4d32-a0cd-375ea402b003"), Tlp.AMBER_STRICT,
          UUID.fromString("e828b379-4e03-4974-9ac4-e53a884c97c1"), Tlp.RED);

  private TlpMarkings() {}

  /** The level that a predefined marking-definition stands for, or empty for any other id. */
  public static Optional<Tlp> level(StixId marking) {
    return marking.type().equals("marking-definition")
        ? Optional.ofNullable(LEVELS.get(marking.uuid()))
        : Optional.empty();
  }

  /** The marking-definition of TLP 2 for a level. */
  public static StixId marking(Tlp level) {
    String uuid =
        switch (level) {
          case CLEAR -> "94868c89-83c2-464b-929b-a1a8aa3c8487";
          case GREEN -> "bab4a63c-aed9-4cf5-a766-dfca5abac2bb";
          case AMBER -> "55d920b0-5e8b-4f79-9ee9-91f868d9b421";
          case AMBER_STRICT -> "939a9414-2ddd-4d32-a0cd-375ea402b003";
          case RED -> "e828b379-4e03-4974-9ac4-e53a884c97c1";
        };
    return new StixId("marking-definition", UUID.fromString(uuid));
  }

  /**
   * The marking-definition of STIX 2.1 §7.2.1.4 for a level.
   *
   * @param level one that TLP 1 has: not AMBER+STRICT
   */
  public static StixId firstMarking(Tlp level) {
    String uuid =
        switch (level) {
          case CLEAR -> "613f2e26-407d-48c7-9eca-b8e91df99dc9";
          case GREEN -> "34098fce-860f-48ae-8e50-ebd3cc5e41da";
          case AMBER -> "f88d31f6-486f-44da-b317-01333bde0b82";
          case RED -> "5e57c739-391a-4eb3-b6be-7d15ca92d5ed";
          case AMBER_STRICT -> throw new IllegalArgumentException("TLP 1 has no " + level);
        };
    return new StixId("marking-definition", UUID.fromString(uuid));
  }
}
