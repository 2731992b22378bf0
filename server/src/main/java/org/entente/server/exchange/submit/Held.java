// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.exchange.submit;

import io.vertx.core.Future;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.server.exchange.decide.Incoming;

/** Objects that are in memory. */
final class Held implements Source {
  private final Map<Integer, Incoming> byIndex = new HashMap<>();

  void add(Incoming incoming) {
    byIndex.put(incoming.index(), incoming);
  }

  List<Incoming> of(List<Outline> outlines) {
    return outlines.stream().map(this::of).toList();
  }

  private Incoming of(Outline outline) {
    Incoming incoming =
        Optional.ofNullable(byIndex.get(outline.index()))
            .orElseThrow(() -> new IllegalStateException("object " + outline.index() + " is gone"));
    return outline.alone() ? incoming.unreferred() : incoming;
  }

  @Override
  public Future<List<Incoming>> load(List<Outline> turn) {
    return Future.succeededFuture(of(turn));
  }

  @Override
  public byte[] bytes(Outline one) {
    return of(one).object().bytes();
  }

  @Override
  public void close() {
    byIndex.clear();
  }
}
