// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.bench;

import java.util.List;
import java.util.SplittableRandom;

/** Pages that begin anywhere, so that nobody can have them ready. */
final class RandomPages implements Script {
  private static final int LOOK_EVERY = 199;

  private final String path;
  private final String authorization;
  private final List<String> cursors;
  private final SplittableRandom random;
  private long judged;

  /**
   * Asks for pages of 100.
   *
   * @param cursors values of {@code added_after}, each with a full page behind it
   */
  RandomPages(String collection, String authorization, List<String> cursors, long seed) {
    path = collection + "objects/?limit=" + Walk.LIMIT + "&added_after=";
    this.authorization = authorization;
    this.cursors = cursors;
    random = new SplittableRandom(seed);
  }

  @Override
  public byte[] next() {
    return Requests.get(path + cursors.get(random.nextInt(cursors.size())), authorization, false);
  }

  @Override
  public boolean keepsBody() {
    return judged % LOOK_EVERY == 0;
  }

  @Override
  public int judge(Answer answer) {
    if (answer.status() != 200 || answer.length() < Walk.LIMIT * 1000) {
      throw new BenchFailure("a page of " + answer.length() + " bytes: " + answer.said());
    }
    if (answer.body() != null && Bodies.indicators(answer.text()) != Walk.LIMIT) {
      throw new BenchFailure("a page of " + Bodies.indicators(answer.text()) + " objects");
    }
    judged++;
    return 1;
  }
}
