// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.auth;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A range of addresses in CIDR form.
 *
 * @param base the first address
 * @param prefix how many leading bits count
 */
public record AddressRange(InetAddress base, int prefix) {
  private static final Pattern V4 = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");
  private static final Pattern V6 = Pattern.compile("[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");

  /** Reads {@code 192.0.2.0/24}, {@code 2001:db8::/32} or a single address. */
  public static Optional<AddressRange> parse(String text) {
    int slash = text.indexOf('/');
    Optional<InetAddress> base = address(slash < 0 ? text : text.substring(0, slash));
    if (base.isEmpty()) {
      return Optional.empty();
    }
    int bits = base.get().getAddress().length * 8;
    int prefix = slash < 0 ? bits : number(text.substring(slash + 1));
    return prefix < 0 || prefix > bits
        ? Optional.empty()
        : Optional.of(new AddressRange(base.get(), prefix));
  }

  /** Reads an address as digits; asks no name server. An IPv4 address inside IPv6 is IPv4. */
  public static Optional<InetAddress> address(String text) {
    int zone = text.indexOf('%');
    String digits = zone < 0 ? text : text.substring(0, zone);
    if (digits.length() > 45 || !(V4.matcher(digits).matches() || V6.matcher(digits).matches())) {
      return Optional.empty();
    }
    try {
      return Optional.of(InetAddress.getByName(digits));
    } catch (UnknownHostException notAnAddress) {
      return Optional.empty();
    }
  }

  private static int number(String text) {
    return text.isEmpty() || text.length() > 3 || !text.chars().allMatch(c -> c >= '0' && c <= '9')
        ? -1
        : Integer.parseInt(text);
  }

  /** Whether an address lies in it. */
  public boolean contains(InetAddress address) {
    byte[] mine = base.getAddress();
    byte[] other = address.getAddress();
    if (mine.length != other.length) {
      return false;
    }
    int whole = prefix / 8;
    for (int i = 0; i < whole; i++) {
      if (mine[i] != other[i]) {
        return false;
      }
    }
    int rest = prefix % 8;
    return rest == 0 || ((mine[whole] ^ other[whole]) & 0xff) >>> (8 - rest) == 0;
  }
}
