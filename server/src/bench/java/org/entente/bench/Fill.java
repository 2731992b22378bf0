// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** Fills the measured collections up to a size. */
final class Fill {
  private static final int CONNECTIONS = 4;

  private final Exchange exchange;
  private final Objects objects;

  Fill(Exchange exchange, Objects objects) {
    this.exchange = exchange;
    this.objects = objects;
  }

  /** Pushes what is missing between two sizes, the classes taking turns. */
  Rate run(int classes, int from, int to) {
    int envelope = Math.min(1000, Math.max(10, (to - from) / classes / 10));
    String collection = Cast.collection(classes);
    String authorization = exchange.authorization(Cast.PUBLISHER);
    AtomicLong turn = new AtomicLong();
    AtomicLong left = new AtomicLong(to - from);
    List<Push> pushes = new ArrayList<>();
    for (int i = 0; i < CONNECTIONS; i++) {
      pushes.add(
          new Push(
              collection,
              authorization,
              () -> {
                long mine = Math.min(envelope, left.getAndAdd(-envelope));
                if (mine <= 0) {
                  return null;
                }
                String policy = Cast.policy(classes, turn.getAndIncrement());
                byte[] body = objects.envelope((int) mine);
                return new Push.Item(
                    Requests.post(collection + "objects/", authorization, policy, body),
                    (int) mine);
              }));
    }
    return Load.on(exchange.port(), Duration.ZERO, Duration.ofHours(2)).run(pushes);
  }
}
