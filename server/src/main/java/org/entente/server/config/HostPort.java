// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.config;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An address to listen on.
 *
 * @param host a name or an IP address, IPv6 without brackets
 * @param port 0 to 65535; 0 takes a free one
 */
public record HostPort(String host, int port) {
  private static final Pattern FORM =
      Pattern.compile("(?:\\[([0-9a-fA-F:.]+)]|([A-Za-z0-9._-]+)):([0-9]{1,5})");

  /**
   * Reads {@code host:port} or {@code [IPv6]:port}.
   *
   * @throws IllegalArgumentException with the reason
   */
  public static HostPort parse(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches() || Integer.parseInt(form.group(3)) > 65535) {
      throw new IllegalArgumentException(
          Forms.shown(text) + " is no `host:port`, such as `127.0.0.1:8443` or `[::1]:8443`");
    }
    String host = form.group(1) != null ? form.group(1) : form.group(2);
    return new HostPort(host, Integer.parseInt(form.group(3)));
  }

  /** Whether only this machine can reach it; no name but {@code localhost} is taken to be so. */
  public boolean isLoopback() {
    return host.equals("localhost")
        || AddressRange.literal(host).map(address -> address.isLoopbackAddress()).orElse(false);
  }

  @Override
  public String toString() {
    return host.contains(":") ? "[" + host + "]:" + port : host + ":" + port;
  }
}
