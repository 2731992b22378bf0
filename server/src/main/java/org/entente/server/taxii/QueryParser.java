// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.taxii;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The one reader of query strings: what comes out of it needs no further checks. */
public final class QueryParser {
  private static final int MAX_TERMS = 200;
  private static final long MAX_INTEGER = (1L << 53) - 1;
  private static final int MAX_DIGITS = 40;

  private final int pageDefault;
  private final int pageMax;

  /**
   * A reader.
   *
   * @param pageDefault the limit where none is asked for
   * @param pageMax the limit where more is asked for
   */
  public QueryParser(int pageDefault, int pageMax) {
    this.pageDefault = Math.min(pageDefault, pageMax);
    this.pageMax = pageMax;
  }

  /**
   * Reads a query string.
   *
   * @param raw as it stood in the request line, without the question mark; perhaps empty
   * @param scope which parameters count
   * @throws TaxiiException a {@link TaxiiFailure.BadRequest} that names the parameter
   */
  public ObjectQuery parse(String raw, QueryScope scope) {
    Map<String, String> sent = raw.isEmpty() ? Map.of() : known(raw, scope);
    String added = sent.get("added_after");
    String limit = sent.get("limit");
    String next = sent.getOrDefault("next", "");
    String versions = sent.get("match[version]");
    return new ObjectQuery(
        added == null ? Optional.empty() : Optional.of(position(added)),
        limit == null ? pageDefault : limit(limit),
        next.isEmpty() ? Optional.empty() : Optional.of(next),
        terms(sent, "match[id]"),
        terms(sent, "match[type]"),
        terms(sent, "match[spec_version]"),
        versions == null ? scope.unasked() : versions(sent, versions));
  }

  /**
   * Checks a query string that means nothing to its endpoint.
   *
   * @throws TaxiiException a {@link TaxiiFailure.BadRequest} where an escape is wrong
   */
  public static void check(String raw) {
    if (!raw.isEmpty()) {
      var unused = RawQuery.parse(raw);
    }
  }

  private static Map<String, String> known(String raw, QueryScope scope) {
    Map<String, String> sent = new HashMap<>();
    for (RawQuery.Pair pair : RawQuery.parse(raw)) {
      if (scope.knows(pair.name()) && sent.put(pair.name(), pair.value()) != null) {
        throw bad("the parameter `" + pair.name() + "` is repeated");
      }
    }
    return sent;
  }

  private static long position(String text) {
    return Position.parse(text)
        .orElseThrow(
            () ->
                bad(
                    "the parameter `added_after` is no time in UTC like "
                        + "`2020-01-01T00:00:00.000000Z`: "
                        + Shown.of(text)));
  }

  private int limit(String text) {
    long value = 0;
    boolean good = !text.isEmpty() && text.length() <= MAX_DIGITS;
    for (int i = 0; i < text.length() && good; i++) {
      char c = text.charAt(i);
      value = value * 10 + c - '0';
      good = c >= '0' && c <= '9' && value <= MAX_INTEGER;
    }
    if (!good || value < 1) {
      throw bad("the parameter `limit` is no positive integer: " + Shown.of(text));
    }
    return (int) Math.min(value, pageMax);
  }

  private static List<String> terms(Map<String, String> sent, String name) {
    String text = sent.get(name);
    if (text == null) {
      return List.of();
    }
    List<String> terms = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    int start = 0;
    while (start <= text.length()) {
      int comma = text.indexOf(',', start);
      int end = comma < 0 ? text.length() : comma;
      String term = text.substring(start, end);
      if (term.isEmpty()) {
        throw bad("the parameter `" + name + "` has an empty term");
      }
      if (seen.add(term)) {
        terms.add(term);
      }
      if (terms.size() > MAX_TERMS) {
        throw bad("the parameter `" + name + "` has more than " + MAX_TERMS + " terms");
      }
      start = end + 1;
    }
    return terms;
  }

  private static VersionMatch versions(Map<String, String> sent, String text) {
    List<String> terms = terms(sent, "match[version]");
    boolean repeated = terms.size() != 1 + text.chars().filter(c -> c == ',').count();
    return Optional.of(terms)
        .filter(distinct -> !repeated)
        .flatMap(VersionMatch::parse)
        .orElseThrow(
            () ->
                bad(
                    "the parameter `match[version]` is neither `all` nor a list without "
                        + "repetitions of `first`, `last` and STIX timestamps: "
                        + Shown.of(text)));
  }

  private static TaxiiException bad(String description) {
    return new TaxiiFailure.BadRequest(description).exception();
  }
}
