// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.connector.taxii;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.entente.stix.json.Check;
import org.entente.stix.json.Limits;
import org.entente.stix.json.ObjectLimits;

/**
 * Takes any bytes as a page that a server answers, whole and in pieces: the same comes of it, or it
 * is refused as what it is. {@code .ci/run fuzz} runs it; {@link PageFuzzTest} runs it on its seeds
 * and on changes to them.
 */
class PageFuzz {
  private static final Limits LIMITS =
      new Limits(50_000, 50, 1_000, new ObjectLimits(8_000, 20, 4_000, 400, 50));

  /** What came of a page; nothing more counts of one that is refused. */
  private record Outcome(
      Optional<TaxiiException.Kind> refused, List<String> objects, Optional<String> next) {}

  @FuzzTest(maxDuration = "30s")
  void read(byte[] answer) {
    Outcome whole = read(answer, Math.max(1, answer.length));
    Check.same(read(answer, 1 + answer.length / 3), whole);
  }

  private static Outcome read(byte[] answer, int chunk) {
    List<String> objects = new ArrayList<>();
    PageBody page = new PageBody(LIMITS, new Objects(objects), "the server");
    try {
      for (int at = 0; at < answer.length; at += chunk) {
        int end = Math.min(answer.length, at + chunk);
        page.take(Buffer.buffer(Arrays.copyOfRange(answer, at, end)));
      }
      page.end();
    } catch (TaxiiException refused) {
      return new Outcome(Optional.of(refused.kind()), List.of(), Optional.empty());
    }
    Check.same(page.objects(), objects.size());
    Check.that(page.next().map(String::length).orElse(1) > 0, "an empty token");
    return new Outcome(Optional.empty(), objects, page.next());
  }

  private record Objects(List<String> texts) implements ObjectSink {
    @Override
    public void begin() {
      texts.clear();
    }

    @Override
    public void object(byte[] json) {
      texts.add(new String(json, UTF_8));
    }
  }
}
