// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.bench;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The positions of a collection's rows, from its manifest. */
final class Cursors {
  private static final Pattern ADDED = Pattern.compile("\"date_added\":\\s*\"([^\"]+)\"");
  private static final int MOST = 100_000;

  private Cursors() {}

  /**
   * Values for {@code added_after}, spread evenly over a collection; the last one is the last
   * row's.
   *
   * @param rows how many rows there must be
   */
  static List<String> of(Exchange exchange, String collection, String authorization, int rows) {
    int every = Math.max(1, rows / MOST);
    List<String> cursors = new ArrayList<>();
    String path = collection + "manifest/?limit=1000";
    String next = "";
    long seen = 0;
    String last = "";
    do {
      String token =
          next.isEmpty() ? "" : "&next=" + URLEncoder.encode(next, StandardCharsets.UTF_8);
      HttpResponse<byte[]> answer = exchange.http().get(path + token, authorization);
      String text = new String(answer.body(), StandardCharsets.UTF_8);
      Matcher matcher = ADDED.matcher(text);
      while (matcher.find()) {
        last = matcher.group(1);
        if (seen++ % every == 0) {
          cursors.add(last);
        }
      }
      next = Bodies.next(text);
    } while (!next.isEmpty());
    if (seen != rows) {
      throw new BenchFailure(
          collection + " shows " + seen + " rows where " + rows + " were pushed");
    }
    cursors.add(last);
    return cursors;
  }
}
