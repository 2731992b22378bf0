// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.http.endpoint;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.net.InetAddress;
import java.util.HashSet;
import java.util.List;
import org.entente.server.config.AddressRange;
import org.entente.server.taxii.TaxiiException;
import org.entente.server.taxii.TaxiiFailure;
import org.entente.stix.json.Check;

/**
 * Takes any lines as what a request's headers and path say: policies, media types, codings,
 * addresses. {@code .ci/run fuzz} runs it; {@link HeadersFuzzTest} runs it on its seeds and on
 * changes to them.
 */
class HeadersFuzz {
  @FuzzTest(maxDuration = "30s")
  void read(byte[] bytes) {
    String text = new String(bytes, ISO_8859_1);
    List<String> lines = text.lines().toList();
    policies(lines);
    boolean accepted = Negotiation.accepts(lines);
    Check.that(accepted || !text.isBlank(), "a client that says nothing is refused");
    boolean strictly = Negotiation.reads(text, true);
    Check.that(!strictly || Negotiation.reads(text, false), "strict reads more");
    Check.that(!Negotiation.gzip(text) || text.contains("gzip"), "nobody asked for gzip");
    path(text);
    AddressRange.literal(text).ifPresent(HeadersFuzz::address);
  }

  private static void policies(List<String> lines) {
    try {
      List<String> ids = Policies.parse(lines);
      Check.that(ids.size() <= 20, "too many policies");
      Check.same(new HashSet<>(ids).size(), ids.size());
      for (String id : ids) {
        Check.that(!id.isEmpty() && id.length() <= 256, "an id out of bounds");
        Check.same(id.strip(), id);
      }
    } catch (TaxiiException refused) {
      Check.that(refused.failure() instanceof TaxiiFailure.Unprocessable, "refused otherwise");
    }
  }

  private static void path(String text) {
    Path path = Path.parse(text);
    boolean nowhere = path.target() == Target.UNKNOWN || path.target() == Target.DISCOVERY;
    Check.same(path.root().isEmpty(), nowhere);
    for (String segment : List.of(path.root(), path.collection(), path.item())) {
      Check.that(segment.indexOf('/') < 0, "a segment of two");
    }
  }

  private static void address(InetAddress address) {
    Check.same(AddressRange.literal(address.getHostAddress()).isPresent(), true);
  }
}
