// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.config;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A range of IP addresses in CIDR form.
 *
 * @param first an address in it
 * @param bits how many leading bits all its addresses share
 */
public record AddressRange(InetAddress first, int bits) {
  private static final String BYTE = "(25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])";
  private static final Pattern V4 = Pattern.compile(BYTE + "(\\." + BYTE + "){3}");
  private static final Pattern V6 = Pattern.compile("[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");

  /**
   * Reads {@code 10.0.0.0/8}, {@code fd00::/8} or a single address.
   *
   * @throws IllegalArgumentException with the reason
   */
  public static AddressRange parse(String text) {
    int slash = text.indexOf('/');
    Optional<InetAddress> address = literal(slash < 0 ? text : text.substring(0, slash));
    int most = address.map(found -> found.getAddress().length * 8).orElse(0);
    int bits = slash < 0 ? most : bits(text.substring(slash + 1));
    if (address.isEmpty() || bits < 0 || bits > most) {
      throw new IllegalArgumentException(
          Forms.shown(text) + " is neither an IP address nor a range such as `10.0.0.0/8`");
    }
    return new AddressRange(address.get(), bits);
  }

  /** Whether an address is in the range; IPv4 and IPv6 never match each other. */
  public boolean contains(InetAddress address) {
    byte[] ours = first.getAddress();
    byte[] theirs = address.getAddress();
    if (ours.length != theirs.length) {
      return false;
    }
    for (int bit = 0; bit < bits; bit++) {
      int mask = 0x80 >> (bit % 8);
      if ((ours[bit / 8] & mask) != (theirs[bit / 8] & mask)) {
        return false;
      }
    }
    return true;
  }

  /** The address that a text is, or empty; no name is ever looked up. */
  public static Optional<InetAddress> literal(String text) {
    boolean v6 = V6.matcher(text).matches();
    if (!v6 && !V4.matcher(text).matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(InetAddress.getByName(v6 ? "[" + text + "]" : text));
    } catch (UnknownHostException notAnAddress) {
      return Optional.empty();
    }
  }

  private static int bits(String text) {
    return text.matches("[0-9]{1,3}") ? Integer.parseInt(text) : -1;
  }

  @Override
  public String toString() {
    return first.getHostAddress() + "/" + bits;
  }
}
