// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.connector.taxii;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which objects of a collection, and from where (TAXII 2.1 §3.4).
 *
 * @param addedAfter only what was added after this time, exclusive; the server's own text
 * @param next the server's token for the page; the other parameters are sent beside it
 * @param limit the most objects of the page, at least 1
 * @param types only objects of these types; empty for all
 * @param repeatable whether the request may be sent again when its answer got lost; false for
 *     tokens that a server may have used up
 */
public record PageQuery(
    Optional<String> addedAfter,
    Optional<String> next,
    int limit,
    List<String> types,
    boolean repeatable) {
  URI on(URI endpoint) {
    List<String> pairs = new ArrayList<>();
    addedAfter.ifPresent(time -> pairs.add("added_after=" + encode(time)));
    pairs.add("limit=" + limit);
    next.ifPresent(token -> pairs.add("next=" + encode(token)));
    if (!types.isEmpty()) {
      pairs.add("match%5Btype%5D=" + encode(String.join(",", types)));
    }
    return URI.create(endpoint + "?" + String.join("&", pairs));
  }

  static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
