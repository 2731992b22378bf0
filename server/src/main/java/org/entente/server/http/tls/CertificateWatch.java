// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.http.tls;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives a listener its certificates anew when the files change; connections that are open go on
 * with the old ones. Files that cannot be used change nothing, and are complained about once.
 */
public final class CertificateWatch {
  private static final Logger LOG = LoggerFactory.getLogger(CertificateWatch.class);

  private final Certificates certificates;
  private final HttpServer server;
  private final boolean clients;
  private String seen;

  private CertificateWatch(Certificates certificates, HttpServer server, boolean clients) {
    this.certificates = certificates;
    this.server = server;
    this.clients = clients;
    this.seen = certificates.state();
  }

  /**
   * Watches from now on.
   *
   * @param vertx its current context is the listener's
   * @param every how often the files are looked at
   * @param clients as in {@link Certificates#read}
   */
  public static void start(
      Vertx vertx, Duration every, Certificates certificates, HttpServer server, boolean clients) {
    CertificateWatch watch = new CertificateWatch(certificates, server, clients);
    long unused = vertx.setPeriodic(every.toMillis(), timer -> watch.look());
  }

  private void look() {
    String state = certificates.state();
    if (state.equals(seen)) {
      return;
    }
    seen = state;
    reload()
        .onSuccess(changed -> LOG.info("the certificates have changed and are in use"))
        .onFailure(
            unusable ->
                LOG.error(
                    "the certificates have changed and cannot be used; those before stay in use",
                    unusable));
  }

  private Future<Boolean> reload() {
    try {
      return server.updateSSLOptions(certificates.read(clients));
    } catch (TlsException unusable) {
      return Future.failedFuture(unusable);
    }
  }
}
