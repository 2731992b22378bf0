// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.resource.load;

import java.util.regex.Pattern;

/** Ranges of addresses in CIDR form. */
final class AddressRange {
  private static final Pattern V4 = Pattern.compile("[0-9]{1,3}([.][0-9]{1,3}){3}");
  private static final Pattern GROUPS = Pattern.compile("([0-9A-Fa-f]{1,4}(:[0-9A-Fa-f]{1,4})*)?");

  private AddressRange() {}

  static boolean isOne(String text) {
    int slash = text.indexOf('/');
    if (slash < 0 || text.length() - slash > 4) {
      return false;
    }
    String address = text.substring(0, slash);
    int bits = Integer.parseInt(text.substring(slash + 1));
    return V4.matcher(address).matches()
        ? isV4(address) && bits <= 32
        : isV6(address) && bits <= 128;
  }

  private static boolean isV4(String text) {
    for (String part : text.split("[.]", -1)) {
      if (Integer.parseInt(part) > 255) {
        return false;
      }
    }
    return true;
  }

  /** RFC 4291 §2.2 without the form that ends in IPv4. */
  private static boolean isV6(String text) {
    int gap = text.indexOf("::");
    if (gap < 0) {
      return groups(text) == 8;
    }
    int before = groups(text.substring(0, gap));
    int after = groups(text.substring(gap + 2));
    return before >= 0 && after >= 0 && before + after < 8;
  }

  /** How many groups of digits, or less than none. */
  private static int groups(String text) {
    if (!GROUPS.matcher(text).matches()) {
      return -10;
    }
    return text.isEmpty() ? 0 : text.split(":", -1).length;
  }
}
