// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.bench;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Walks the first pages of a collection by {@code next}, once, looking into each; then again and
 * again with the tokens it was given, looking into few.
 */
final class Walk implements Script {
  static final int LIMIT = 100;
  private static final int LOOK_EVERY = 499;
  private static final int TOKENS_DIFFER = 64;

  private final String path;
  private final String authorization;
  private final boolean gzip;
  private final int pages;
  private final List<byte[]> requests = new ArrayList<>();
  private final List<Recording> recordings = new ArrayList<>();
  private final List<String> objects = new ArrayList<>();
  private boolean learnt;
  private int at = -1;
  private long judged;

  Walk(String collection, String authorization, boolean gzip, int pages) {
    path = collection + "objects/?limit=" + LIMIT;
    this.authorization = authorization;
    this.gzip = gzip;
    this.pages = pages;
    requests.add(Requests.get(path, authorization, gzip));
  }

  /** The answers of the first walk. */
  List<Recording> recordings() {
    return recordings;
  }

  /** The same requests against a server that sends recorded answers and is not judged by them. */
  Script against(List<Recording> others) {
    return new Again(List.copyOf(requests), others);
  }

  @Override
  public byte[] next() {
    at++;
    if (learnt) {
      at %= requests.size();
    }
    return at < requests.size() ? requests.get(at) : null;
  }

  @Override
  public boolean keepsBody() {
    return !learnt || judged % LOOK_EVERY == 0;
  }

  @Override
  public int judge(Answer answer) {
    if (answer.status() != 200) {
      throw new BenchFailure("a page was answered with " + answer.said());
    }
    if (learnt) {
      again(answer);
    } else {
      learn(answer);
    }
    judged++;
    return 1;
  }

  private void again(Answer answer) {
    if (Math.abs(answer.length() - recordings.get(at).body().length) > TOKENS_DIFFER) {
      throw new BenchFailure("page " + at + " is " + answer.length() + " bytes long now");
    }
    if (answer.body() != null && !Bodies.objects(Bodies.text(answer)).equals(objects.get(at))) {
      throw new BenchFailure("page " + at + " is another one now");
    }
  }

  private void learn(Answer answer) {
    if (gzip != answer.header("Content-Encoding").equals("gzip")) {
      throw new BenchFailure("Content-Encoding is `" + answer.header("Content-Encoding") + "`");
    }
    String text = Bodies.text(answer);
    if (Bodies.indicators(text) != LIMIT) {
      throw new BenchFailure("a page of " + Bodies.indicators(text) + " objects");
    }
    recordings.add(Recording.of(answer));
    objects.add(Bodies.objects(text));
    String next = Bodies.next(text);
    if (requests.size() < pages && !next.isEmpty()) {
      String token = URLEncoder.encode(next, StandardCharsets.UTF_8);
      requests.add(Requests.get(path + "&next=" + token, authorization, gzip));
    }
  }

  /** What was learnt holds from now on. */
  void settle() {
    learnt = true;
    at = -1;
  }

  /** Repeats requests and looks at statuses and lengths alone. */
  private static final class Again implements Script {
    private final List<byte[]> requests;
    private final List<Recording> answers;
    private int at = -1;

    Again(List<byte[]> requests, List<Recording> answers) {
      this.requests = requests;
      this.answers = answers;
    }

    @Override
    public byte[] next() {
      at = (at + 1) % requests.size();
      return requests.get(at);
    }

    @Override
    public boolean keepsBody() {
      return false;
    }

    @Override
    public int judge(Answer answer) {
      boolean known =
          answers.stream().anyMatch(recording -> recording.body().length == answer.length());
      if (answer.status() != 200 || !known) {
        throw new BenchFailure("the bare handler answered " + answer.status());
      }
      return 1;
    }
  }
}
