// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.http.wire;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.vertx.core.MultiMap;
import java.io.ByteArrayInputStream;
import java.net.InetAddress;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.entente.server.config.AddressRange;

/**
 * What proxies of our own say about the client behind them. Nobody else is believed: what stands in
 * these headers on a direct connection was written by the client.
 */
public final class TrustedProxies {
  private static final int MAX_CERTIFICATE = 16_384;

  private final List<AddressRange> ranges;
  private final InstantSource clock;
  private final Cache<String, X509Certificate> certificates =
      Caffeine.newBuilder().maximumSize(1_000).build();

  /**
   * Proxies.
   *
   * @param ranges where they connect from
   * @param clock tells whether a client's certificate has expired
   */
  public TrustedProxies(List<AddressRange> ranges, InstantSource clock) {
    this.ranges = List.copyOf(ranges);
    this.clock = clock;
  }

  /** The client: the right-most address that is not a proxy's. */
  public InetAddress client(Peer peer, MultiMap headers) {
    if (ranges.isEmpty() || !trusts(peer.address())) {
      return peer.address();
    }
    List<String> hops = new ArrayList<>();
    for (String line : headers.getAll("X-Forwarded-For")) {
      // all of them, however many: those that a client wrote stand before the proxies' own
      hops.addAll(List.of(line.split(",", -1)));
    }
    InetAddress client = peer.address();
    for (int i = hops.size() - 1; i >= 0 && trusts(client); i--) {
      Optional<InetAddress> hop = AddressRange.literal(withoutPort(hops.get(i).strip()));
      if (hop.isEmpty()) {
        break;
      }
      client = hop.get();
    }
    return client;
  }

  private static String withoutPort(String hop) {
    if (hop.startsWith("[")) {
      int end = hop.indexOf(']');
      return end < 0 ? "" : hop.substring(1, end);
    }
    int colon = hop.indexOf(':');
    return colon >= 0 && colon == hop.lastIndexOf(':') ? hop.substring(0, colon) : hop;
  }

  /** The client's certificate: from the handshake, or from a proxy (RFC 9440). */
  public Optional<X509Certificate> certificate(Peer peer, MultiMap headers) {
    if (ranges.isEmpty() || !trusts(peer.address())) {
      return peer.certificate();
    }
    List<String> shown = headers.getAll("Client-Cert");
    // of two, one may be the client's own writing (RFC 9440 §2.2: it stands once)
    return shown.size() == 1 ? valid(shown.get(0)) : Optional.empty();
  }

  private Optional<X509Certificate> valid(String header) {
    X509Certificate certificate = certificates.getIfPresent(header);
    if (certificate == null) {
      Optional<X509Certificate> parsed = parse(header);
      parsed.ifPresent(fresh -> certificates.put(header, fresh));
      return parsed.filter(this::inForce);
    }
    return Optional.of(certificate).filter(this::inForce);
  }

  private boolean inForce(X509Certificate certificate) {
    try {
      certificate.checkValidity(Date.from(clock.instant()));
      return true;
    } catch (CertificateException expired) {
      return false;
    }
  }

  private static Optional<X509Certificate> parse(String header) {
    boolean shaped =
        header.length() > 2
            && header.length() < MAX_CERTIFICATE
            && header.startsWith(":")
            && header.endsWith(":");
    if (!shaped) {
      return Optional.empty();
    }
    try {
      byte[] der = Base64.getDecoder().decode(header.substring(1, header.length() - 1));
      return Optional.of(
          (X509Certificate)
              CertificateFactory.getInstance("X.509")
                  .generateCertificate(new ByteArrayInputStream(der)));
    } catch (IllegalArgumentException | CertificateException unreadable) {
      return Optional.empty();
    }
  }

  private boolean trusts(InetAddress address) {
    for (AddressRange range : ranges) {
      if (range.contains(address)) {
        return true;
      }
    }
    return false;
  }
}
