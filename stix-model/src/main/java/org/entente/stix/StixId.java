// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.stix;

import java.util.Optional;
import java.util.UUID;

/**
 * A STIX identifier (STIX 2.1 §2.9), {@code type--UUID}, in lower case whatever the producer wrote.
 *
 * @param type the object type, {@code [a-z0-9-]}, 3 to 250 characters
 * @param uuid the UUID, of any version
 */
public record StixId(String type, UUID uuid) implements Comparable<StixId> {
  private static final int UUID_LENGTH = 36;

  /**
   * Reads an identifier.
   *
   * @param text what the producer wrote
   * @return the identifier, or empty when the text is none
   */
  public static Optional<StixId> parse(String text) {
    int split = text.length() - UUID_LENGTH - 2;
    if (split < 1 || !text.startsWith("--", split) || !isType(text, split)) {
      return Optional.empty();
    }
    return uuid(text, split + 2).map(uuid -> new StixId(text.substring(0, split), uuid));
  }

  private static boolean isType(String text, int end) {
    if (end < 3 || end > 250 || text.charAt(0) < 'a' || text.charAt(0) > 'z') {
      return false;
    }
    for (int i = 0; i < end; i++) {
      char c = text.charAt(i);
      if ((c < 'a' || c > 'z') && (c < '0' || c > '9') && c != '-') {
        return false;
      }
    }
    return true;
  }

  private static Optional<UUID> uuid(String text, int start) {
    long high = 0;
    long low = 0;
    int digits = 0;
    for (int i = 0; i < UUID_LENGTH; i++) {
      char c = text.charAt(start + i);
      if (i == 8 || i == 13 || i == 18 || i == 23) {
        if (c != '-') {
          return Optional.empty();
        }
        continue;
      }
      int value = c < 128 ? Character.digit(c, 16) : -1;
      if (value < 0) {
        return Optional.empty();
      }
      if (digits < 16) {
        high = high << 4 | value;
      } else {
        low = low << 4 | value;
      }
      digits++;
    }
    return Optional.of(new UUID(high, low));
  }

  /** Orders by type, then as the text of the UUIDs does, which {@link UUID} itself does not. */
  @Override
  public int compareTo(StixId other) {
    int byType = type.compareTo(other.type);
    if (byType != 0) {
      return byType;
    }
    int byHigh =
        Long.compareUnsigned(uuid.getMostSignificantBits(), other.uuid.getMostSignificantBits());
    return byHigh != 0
        ? byHigh
        : Long.compareUnsigned(
            uuid.getLeastSignificantBits(), other.uuid.getLeastSignificantBits());
  }

  @Override
  public String toString() {
    return type + "--" + uuid;
  }
}
