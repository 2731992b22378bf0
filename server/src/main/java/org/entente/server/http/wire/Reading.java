// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.http.wire;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;

/** A request that a router answers, and whether its body comes fast enough. */
final class Reading {
  private final RoutingContext context;
  private final Peer peer;
  private final Pace pace;
  private final Runnable broken = this::brokeOff;

  Reading(RoutingContext context, Peer peer, Patience patience) {
    this.context = context;
    this.peer = peer;
    this.pace = new Pace(patience);
    peer.requestBegan();
    peer.reads(broken);
  }

  /** Looks at one more tick. */
  void look() {
    HttpServerRequest request = context.request();
    if (Leftover.announced(request)
        && !request.isEnded()
        && !context.response().headWritten()
        && !pace.holds(request.bytesRead(), false)) {
      if (request.version() != HttpVersion.HTTP_2) {
        peer.hearsNoMore();
      }
      fail(408);
    }
  }

  private void brokeOff() {
    fail(400);
  }

  private void fail(int status) {
    if (!context.failed() && !context.response().ended()) {
      context.fail(status);
    }
  }

  /** Its answer is over. A stream whose body nobody wants any more ends; its connection stays. */
  void end() {
    peer.hasRead(broken);
    peer.requestEnded();
    HttpServerRequest request = context.request();
    if (request.version() == HttpVersion.HTTP_2 && !request.isEnded()) {
      var unused = request.response().reset(0L);
    }
  }
}
