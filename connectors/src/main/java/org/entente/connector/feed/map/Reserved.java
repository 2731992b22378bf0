// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.connector.feed.map;

import io.netty.util.NetUtil;
import java.util.List;
import java.util.Set;

/**
 * What no list may call malicious: addresses that everybody has inside, or that nobody has, and the
 * hashes of nothing. Ranges for documentation are left alone, as nobody is there to be harmed.
 */
final class Reserved {
  private static final List<Range> RANGES =
      List.of(
          range("0.0.0.0/8"),
          range("10.0.0.0/8"),
          range("100.64.0.0/10"),
          range("127.0.0.0/8"),
          range("169.254.0.0/16"),
          range("172.16.0.0/12"),
          range("192.168.0.0/16"),
          range("224.0.0.0/3"),
          range("::/127"),
          range("::ffff:0:0/96"),
          range("fc00::/7"),
          range("fe80::/10"),
          range("ff00::/8"));
  private static final Set<String> EMPTY =
      Set.of(
          "d41d8cd98f00b204e9800998ecf8427e",
          "da39a3ee5e6b4b0d3255bfef95601890afd80709",
          "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
          "cf83e1357eefb8bdf1542850d66d8007d620e4050b5715dc83f4a921d36ce9ce"
              + "47d0d13c5d85f2b0ff8318d2877eec2f63b931bd47417a81a538327af927da3e");

  private Reserved() {}

  /**
   * A range of addresses.
   *
   * @param address its first address
   * @param bits how many of its bits are the range's
   */
  private record Range(byte[] address, int bits) {
    boolean meets(Range other) {
      return address.length == other.address.length && sameBits(other, Math.min(bits, other.bits));
    }

    private boolean sameBits(Range other, int count) {
      for (int i = 0; i < count; i++) {
        int shift = 7 - i % 8;
        if ((address[i / 8] >> shift & 1) != (other.address[i / 8] >> shift & 1)) {
          return false;
        }
      }
      return true;
    }
  }

  private static Range range(String text) {
    int slash = text.indexOf('/');
    byte[] address =
        NetUtil.createByteArrayFromIpAddressString(slash < 0 ? text : text.substring(0, slash));
    if (address == null) {
      throw new IllegalArgumentException("no address: " + text);
    }
    int bits = slash < 0 ? address.length * 8 : Integer.parseInt(text.substring(slash + 1));
    return new Range(address, bits);
  }

  /** Whether a reserved range has an address or a range, or lies in it. */
  static boolean address(String address) {
    Range asked = range(address);
    return RANGES.stream().anyMatch(reserved -> reserved.meets(asked));
  }

  /** Whether it is the hash of an empty file. */
  static boolean hash(String hash) {
    return EMPTY.contains(hash);
  }
}
