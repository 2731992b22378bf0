// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.stix.json;

import java.util.ArrayList;
import java.util.List;
import org.entente.stix.json.scan.JsonScanner;
import org.entente.stix.json.scan.JsonText;
import org.entente.stix.json.scan.TokenHandler;

/** Finds the JSON pointer (RFC 6901) of a token, for those few objects that are refused. */
final class PointerFinder implements TokenHandler {
  private final JsonScanner scanner = new JsonScanner(this);
  private final byte[] bytes;
  private final long place;

  /** For each open container the name, or the index, that was reached in it. */
  private final List<Object> path = new ArrayList<>();

  private PointerFinder(byte[] bytes, long place) {
    this.bytes = bytes;
    this.place = place;
  }

  /**
   * Walks to a token.
   *
   * @param bytes holds an object that is well-formed up to there
   * @param from its first byte
   * @param place where the token begins, from there
   * @return the names and indexes on the way to it
   */
  static List<String> find(byte[] bytes, int from, int place) {
    PointerFinder finder = new PointerFinder(bytes, from + place);
    finder.scanner.scan(bytes, from, bytes.length, 0);
    return finder.path.stream()
        .map(step -> JsonText.cut(step.toString(), SentFacts.LONGEST))
        .toList();
  }

  /** The path as a pointer. */
  static String pointer(List<String> path) {
    StringBuilder pointer = new StringBuilder();
    for (String step : path) {
      pointer.append('/').append(step.replace("~", "~0").replace("/", "~1"));
    }
    return pointer.toString();
  }

  private void value(long start) {
    int top = path.size() - 1;
    if (top >= 0 && path.get(top) instanceof Integer index) {
      path.set(top, index + 1);
    }
    stopAt(start);
  }

  private void stopAt(long start) {
    if (start >= place) {
      scanner.stop();
    }
  }

  @Override
  public void open(boolean object, long at) {
    value(at);
    if (at < place) {
      path.add(object ? "" : Integer.valueOf(-1));
    }
  }

  @Override
  public void close(boolean object, long end) {
    path.remove(path.size() - 1);
  }

  @Override
  public void name(long start, long end, boolean escaped) {
    path.set(path.size() - 1, JsonText.of(bytes, (int) start + 1, (int) end - 1, escaped));
    stopAt(start);
  }

  @Override
  public void string(long start, long end, boolean escaped) {
    value(start);
  }

  @Override
  public void number(long start, long end, boolean exponent) {
    value(start);
  }

  @Override
  public void literal(long start) {
    value(start);
  }

  @Override
  public void loneSurrogate(long token) {}
}
