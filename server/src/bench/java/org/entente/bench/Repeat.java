// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.bench;

import java.util.concurrent.atomic.AtomicReference;

/** One GET again and again, whose answer must stay the same but for what is in its head. */
final class Repeat implements Script {
  private static final int LOOK_EVERY = 499;

  private final byte[] request;
  private final String wanted;
  private final AtomicReference<Answer> first = new AtomicReference<>();
  private long judged;

  /**
   * A repeated request.
   *
   * @param request whole
   * @param wanted the body as text
   */
  Repeat(byte[] request, String wanted) {
    this.request = request;
    this.wanted = wanted;
  }

  /** The first answer. */
  Answer first() {
    return first.get();
  }

  @Override
  public byte[] next() {
    return request;
  }

  @Override
  public boolean keepsBody() {
    return judged % LOOK_EVERY == 0;
  }

  @Override
  public int judge(Answer answer) {
    boolean wrong = answer.status() != 200 || answer.length() != wanted.length();
    if (wrong || (answer.body() != null && !answer.text().equals(wanted))) {
      throw new BenchFailure("an empty poll was answered with " + answer.said());
    }
    if (judged == 0) {
      first.set(answer);
    }
    judged++;
    return 1;
  }
}
