// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.connector.feed.map;

import io.netty.util.NetUtil;
import java.net.IDN;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.entente.stix.type.syntax.Addresses;

/** Values of observables in their one form, or why they are none. */
final class Observables {
  private static final Pattern URL =
      Pattern.compile("(?i)[a-z][a-z0-9+.-]{1,20}://[^\\s\\p{Cntrl}\"<>]{1,8000}");
  private static final Pattern DOMAIN =
      Pattern.compile(
          "(?=.{4,253}$)([a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?\\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]");
  private static final Pattern EMAIL = Pattern.compile("[^\\s@\"<>]{1,64}@[^\\s@]{1,253}");

  private Observables() {}

  static String url(String text) throws Rejection {
    if (!URL.matcher(text).matches()) {
      throw bad(text, "URL");
    }
    int host = text.indexOf("://") + 3;
    return text.substring(0, host).toLowerCase(Locale.ROOT) + text.substring(host);
  }

  static String domain(String text) throws Rejection {
    String plain = text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
    try {
      String ascii = IDN.toASCII(plain).toLowerCase(Locale.ROOT);
      if (DOMAIN.matcher(ascii).matches()) {
        return ascii;
      }
    } catch (IllegalArgumentException notAName) {
      throw bad(text, "domain name");
    }
    throw bad(text, "domain name");
  }

  static String email(String text) throws Rejection {
    if (!EMAIL.matcher(text).matches()) {
      throw bad(text, "e-mail address");
    }
    return text;
  }

  /** An address or a range: IPv6 as RFC 5952 has it, a range of one as its address. */
  static String address(String text) throws Rejection {
    boolean six = text.indexOf(':') >= 0;
    if (six ? !Addresses.isIpv6(text) : !Addresses.isIpv4(text)) {
      throw bad(text, "IP address");
    }
    int slash = text.indexOf('/');
    String address = slash < 0 ? text : text.substring(0, slash);
    String plain = six ? shortest(address) : address;
    String bits = slash < 0 ? "" : text.substring(slash);
    String whole = bits.equals(six ? "/128" : "/32") ? plain : plain + bits;
    if (Reserved.address(whole)) {
      throw Rejection.dropped("the range of " + whole + " is reserved");
    }
    return whole;
  }

  private static String shortest(String address) throws Rejection {
    byte[] bytes = NetUtil.createByteArrayFromIpAddressString(address);
    if (bytes == null) {
      throw bad(address, "IP address");
    }
    try {
      return NetUtil.toAddressString(InetAddress.getByAddress(bytes));
    } catch (UnknownHostException e) {
      throw bad(address, "IP address");
    }
  }

  static String type(String address) {
    return address.indexOf(':') >= 0 ? "ipv6-addr" : "ipv4-addr";
  }

  static long number(String text, long most, String what) throws Rejection {
    if (!text.matches("[0-9]{1,10}") || Long.parseLong(text) > most) {
      throw bad(text, what);
    }
    return Long.parseLong(text);
  }

  /** A hash in lower case, but for those whose letters mean different things. */
  static String hash(String algorithm, String text) throws Rejection {
    int digits =
        switch (algorithm) {
          case "MD5" -> 32;
          case "SHA-1" -> 40;
          case "SHA-256" -> 64;
          case "SHA-512" -> 128;
          default -> 0;
        };
    if (digits == 0) {
      return text;
    }
    String lower = text.toLowerCase(Locale.ROOT);
    if (lower.length() != digits || !lower.matches("[0-9a-f]+")) {
      throw bad(text, algorithm);
    }
    if (Reserved.hash(lower)) {
      throw Rejection.dropped("it is the " + algorithm + " of nothing");
    }
    return lower;
  }

  private static Rejection bad(String text, String what) {
    return Rejection.of("value", Rejection.shown(text) + " is no " + what);
  }
}
