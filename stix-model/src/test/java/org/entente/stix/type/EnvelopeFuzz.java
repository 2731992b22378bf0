// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.stix.type;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.ArrayList;
import java.util.List;
import org.entente.stix.json.Check;
import org.entente.stix.json.EnvelopeSplitter;
import org.entente.stix.json.ItemSink;
import org.entente.stix.json.Limits;
import org.entente.stix.json.ObjectLimits;
import org.entente.stix.json.ReadResult;
import org.entente.stix.json.Slice;
import org.entente.stix.json.SplitResult;

/**
 * Takes any bytes as a whole body, splits it and holds each object against the standard: every item
 * comes to something, in order, and where the body is cut on its way changes nothing. {@code
 * .ci/run fuzz} runs it; {@link FuzzedRulesTest} runs it on its seeds and on changes to them.
 */
class EnvelopeFuzz {
  private static final Limits LIMITS =
      new Limits(50_000, 50, 1_000, new ObjectLimits(8_000, 20, 4_000, 400, 50));

  private record Outcome(SplitResult end, List<List<Finding>> items) {}

  @FuzzTest(maxDuration = "30s")
  void take(byte[] body) {
    Outcome whole = take(body, Math.max(1, body.length));
    Check.same(take(body, 1 + body.length / 3), whole);
    if (whole.end() instanceof SplitResult.Whole end) {
      Check.same(end.items(), whole.items().size());
    }
  }

  private static Outcome take(byte[] body, int chunk) {
    Taker taker = new Taker();
    EnvelopeSplitter splitter = new EnvelopeSplitter(LIMITS, taker);
    boolean going = true;
    for (int at = 0; at < body.length && going; at += chunk) {
      going = splitter.feed(body, at, Math.min(chunk, body.length - at)).isEmpty();
    }
    return new Outcome(splitter.end(), taker.items);
  }

  private static final class Taker implements ItemSink {
    private final Validator validator = new Validator(LIMITS.object(), Profile.STANDARD);
    private final List<List<Finding>> items = new ArrayList<>();

    @Override
    public void object(Slice slice) {
      Check.same(slice.index(), items.size());
      Checked checked = validator.check(slice.bytes());
      FoundCheck.wellFormed(checked);
      items.add(checked.findings());
    }

    @Override
    public void refused(int index, ReadResult.Refused refused) {
      Check.same(index, items.size());
      Check.that(!refused.problems().isEmpty(), "refused for nothing");
      items.add(refused.problems().stream().map(StorageRules::finding).toList());
    }
  }
}
