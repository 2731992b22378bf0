// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.stix.json;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Collects what a splitter hands out, in the way tests like to compare it. */
final class Items implements ItemSink {
  static final Limits SMALL = new Limits(10_000, 10, 200, new ObjectLimits(1_000, 8, 300, 400, 10));

  final List<String> slices = new ArrayList<>();
  final List<Long> offsets = new ArrayList<>();
  final TreeMap<Integer, ReadResult.Refused> refused = new TreeMap<>();

  /** What a body comes to when it arrives in chunks of one size. */
  record Outcome(
      SplitResult result, List<String> slices, List<Long> offsets, TreeMap<Integer, ?> refused) {}

  static Outcome split(byte[] body, int chunk, Limits limits) {
    Items items = new Items();
    EnvelopeSplitter splitter = new EnvelopeSplitter(limits, items);
    for (int at = 0; at < body.length; at += chunk) {
      splitter.feed(body, at, Math.min(chunk, body.length - at));
    }
    return new Outcome(splitter.end(), items.slices, items.offsets, items.refused);
  }

  static Outcome split(String body) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    return split(bytes, Math.max(1, bytes.length), SMALL);
  }

  static Problem problem(Outcome outcome, int index) {
    ReadResult.Refused refused = (ReadResult.Refused) outcome.refused().get(index);
    return refused.problems().get(0);
  }

  @Override
  public void object(Slice slice) {
    if (slice.index() != slices.size() + refused.size()) {
      throw new AssertionError(slice + " comes out of order");
    }
    slices.add(new String(slice.bytes(), StandardCharsets.UTF_8));
    offsets.add(slice.offset());
  }

  @Override
  public void refused(int index, ReadResult.Refused why) {
    if (index != slices.size() + refused.size()) {
      throw new AssertionError("refusal " + index + " comes out of order");
    }
    refused.put(index, why);
  }
}
