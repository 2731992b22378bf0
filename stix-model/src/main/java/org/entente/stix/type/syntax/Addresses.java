// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.stix.type.syntax;

/** Addresses of the Internet Protocol, with or without the length of a prefix (§6.8, §6.9). */
public final class Addresses {
  private Addresses() {}

  /** Four numbers between points, with or without a prefix of up to 32 bits. */
  public static boolean isIpv4(String text) {
    int slash = text.indexOf('/');
    String address = slash < 0 ? text : text.substring(0, slash);
    return isDotted(address) && (slash < 0 || isNumber(text.substring(slash + 1), 32));
  }

  private static boolean isDotted(String text) {
    String[] parts = text.split("[.]", -1);
    if (parts.length != 4) {
      return false;
    }
    for (String part : parts) {
      if (!isNumber(part, 255)) {
        return false;
      }
    }
    return true;
  }

  /** Digits without a leading zero, not beyond a number. */
  private static boolean isNumber(String text, int most) {
    if (text.isEmpty() || text.length() > 3 || (text.length() > 1 && text.charAt(0) == '0')) {
      return false;
    }
    return text.chars().allMatch(c -> c >= '0' && c <= '9') && Integer.parseInt(text) <= most;
  }

  /** RFC 4291, with or without a prefix of up to 128 bits. */
  public static boolean isIpv6(String text) {
    int slash = text.indexOf('/');
    String address = slash < 0 ? text : text.substring(0, slash);
    return address.length() <= 45
        && isGroups(address)
        && (slash < 0 || isNumber(text.substring(slash + 1), 128));
  }

  private static boolean isGroups(String text) {
    int gap = text.indexOf("::");
    if (gap < 0) {
      return groups(text) == 8;
    }
    String before = text.substring(0, gap);
    String after = text.substring(gap + 2);
    int first = before.isEmpty() ? 0 : groups(before);
    int last = after.isEmpty() ? 0 : groups(after);
    return first >= 0 && last >= 0 && first + last < 8;
  }

  /** How many groups of 16 bits, a dotted end counting as two; -1 when one is none. */
  private static int groups(String text) {
    String[] parts = text.split(":", -1);
    int count = 0;
    for (int i = 0; i < parts.length; i++) {
      boolean last = i == parts.length - 1;
      if (last && isDotted(parts[i])) {
        return count + 2;
      }
      if (parts[i].isEmpty() || parts[i].length() > 4 || !isHex(parts[i])) {
        return -1;
      }
      count++;
    }
    return count;
  }

  private static boolean isHex(String text) {
    return text.chars().allMatch(c -> c <= 'f' && Character.digit(c, 16) >= 0);
  }
}
