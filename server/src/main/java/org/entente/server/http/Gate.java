// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.http;

import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import java.time.Duration;
import org.entente.server.auth.Authenticator;
import org.entente.server.auth.Presented;
import org.entente.server.auth.Principal;
import org.entente.server.auth.RateLimits;
import org.entente.server.http.wire.Peer;
import org.entente.server.http.wire.TrustedProxies;
import org.entente.server.taxii.TaxiiFailure;

/** The first three checks of every request: the address, the credentials, the credential's rate. */
final class Gate {
  private static final CharSequence API_KEY = HttpHeaders.createOptimized("X-API-Key");

  private final Authenticator authenticator;
  private final RateLimits limits;
  private final TrustedProxies proxies;

  Gate(Authenticator authenticator, RateLimits limits, TrustedProxies proxies) {
    this.authenticator = authenticator;
    this.limits = limits;
    this.proxies = proxies;
  }

  /** Who asks; fails where nobody known does, or too often. */
  Future<Principal> admit(MultiMap headers, Peer peer) {
    Presented presented =
        new Presented(
            proxies.client(peer, headers),
            headers.get(HttpHeaders.AUTHORIZATION),
            headers.get(API_KEY),
            proxies.certificate(peer, headers));
    return authenticator.authenticate(presented).map(this::limited);
  }

  private Principal limited(Principal principal) {
    Duration wait = limits.request(principal.credentialId());
    if (!wait.isZero()) {
      throw new TaxiiFailure.TooManyRequests(
              "this credential has used up what it may ask for", Failures.seconds(wait))
          .exception();
    }
    return principal;
  }

  /** Charges what a request came to. */
  void charge(Principal principal, long bodyBytes, long objects) {
    limits.charge(principal.credentialId(), bodyBytes, objects);
  }
}
