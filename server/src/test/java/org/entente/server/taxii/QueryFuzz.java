// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.taxii;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import org.entente.stix.json.Check;

/**
 * Takes any bytes as the query of a request, and what it says of {@code next} as a cursor: it means
 * something within the bounds, or it is refused as a wrong request. {@code .ci/run fuzz} runs it;
 * {@link QueryFuzzTest} runs it on its seeds and on changes to them.
 */
class QueryFuzz {
  private static final int MOST = 1_000;
  private static final String COLLECTION = "3a3f7f8e-3e0a-4a43-8b5a-0d6c8e1d9b11";
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  private final QueryParser parser = new QueryParser(100, MOST);
  private final CursorCodec cursors =
      new CursorCodec(List.of(new CursorKey(1, new byte[32])), () -> NOW);
  private final String issued = cursors.issue(17, COLLECTION, "acme");

  @FuzzTest(maxDuration = "30s")
  void parse(byte[] bytes) {
    String raw = new String(bytes, ISO_8859_1);
    for (QueryScope scope : QueryScope.values()) {
      try {
        check(parser.parse(raw, scope));
        QueryParser.check(raw);
      } catch (TaxiiException refused) {
        Check.that(
            refused.failure() instanceof TaxiiFailure.BadRequest, "refused as another thing");
      }
    }
    boolean ours = raw.equals(issued);
    Check.same(cursors.decode(raw, COLLECTION, "acme") instanceof CursorCodec.Decoded.Valid, ours);
  }

  private void check(ObjectQuery query) {
    Check.that(query.limit() >= 1 && query.limit() <= MOST, "the limit is out of bounds");
    for (List<String> terms : List.of(query.ids(), query.types(), query.specVersions())) {
      Check.that(terms.size() <= 200 && !terms.contains(""), "terms out of bounds");
      Check.same(new HashSet<>(terms).size(), terms.size());
    }
    query.addedAfter().ifPresent(at -> Check.same(Position.parse(Position.text(at)).get(), at));
    query
        .next()
        .map(text -> cursors.decode(text, COLLECTION, "borealis"))
        .ifPresent(cursor -> Check.that(cursor instanceof CursorCodec.Decoded.Refused, "forged"));
  }
}
