// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.stix.json;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.entente.stix.json.scan.KeyFrames;
import org.jspecify.annotations.Nullable;

/** Holds one object against the limits while its bytes go by; the first thing wrong is kept. */
final class ItemScan {
  /** A number of fewer bytes and without exponent is no matter for a double. */
  private static final int SURELY_FINITE = 300;

  private final ObjectLimits limits;
  private final Window window;
  private final KeyFrames keys = new KeyFrames();
  private SentFacts facts = new SentFacts();
  private boolean retained;
  private boolean active;
  private long start;
  private int outer;
  private @Nullable Rule broken;
  private int place;

  ItemScan(ObjectLimits limits, Window window) {
    this.limits = limits;
    this.window = window;
  }

  /**
   * An object begins.
   *
   * @param at where
   * @param depth how many containers are open around it
   * @param sent takes down what it says of itself
   */
  void begin(long at, int depth, SentFacts sent) {
    start = at;
    outer = depth;
    facts = sent;
    facts.clear();
    keys.clear();
    keys.open();
    broken = null;
    retained = true;
    active = true;
  }

  /** Whether its bytes are needed still. */
  boolean retained() {
    return retained;
  }

  long start() {
    return start;
  }

  /** The object is none of interest. */
  void drop() {
    retained = false;
    active = false;
  }

  /** The text has come to an offset and the object has not ended before it. */
  void reached(long offset) {
    if (retained && offset - start > limits.bytes()) {
      broken = Rule.TOO_LARGE;
      retained = false;
    }
  }

  void open(boolean object, int depth, long at) {
    if (active && broken == null) {
      if (depth - outer > limits.depth()) {
        fail(Rule.TOO_DEEP, at);
      } else if (object) {
        keys.open();
      }
    }
  }

  void close(boolean object) {
    if (object && active && broken == null) {
      int twice = keys.close(window.bytes(), window.index(start));
      if (twice >= 0) {
        fail(Rule.DUPLICATE_KEY, start + twice);
      }
    }
  }

  void name(int depth, long from, long to, boolean escaped) {
    if (active && broken == null) {
      checkLength(from, to, limits.stringBytes() + 2L);
      int outermost = window.index(start);
      keys.name(window.bytes(), outermost, window.index(from), window.index(to), escaped);
    }
    if (active && depth == outer + 1) {
      facts.name(window, from, to, escaped);
    }
  }

  void string(int depth, long from, long to, boolean escaped) {
    if (active && broken == null) {
      checkLength(from, to, limits.stringBytes() + 2L);
    }
    if (active && depth == outer + 1) {
      facts.string(window, from, to, escaped);
    }
  }

  void number(long from, long to, boolean exponent) {
    if (!active || broken != null) {
      return;
    }
    checkLength(from, to, limits.numberBytes());
    if (broken == null && (exponent || to - from > SURELY_FINITE)) {
      int length = (int) (to - from);
      int at = window.index(from);
      String text = new String(window.bytes(), at, length, StandardCharsets.ISO_8859_1);
      if (Double.isInfinite(Double.parseDouble(text))) {
        fail(Rule.NUMBER_RANGE, from);
      }
    }
  }

  void loneSurrogate(long token) {
    if (active && broken == null) {
      fail(Rule.LONE_SURROGATE, token);
    }
  }

  private void checkLength(long from, long to, long limit) {
    if (to - from > limit) {
      fail(Rule.VALUE_TOO_LONG, from);
    }
  }

  private void fail(Rule rule, long at) {
    broken = rule;
    place = (int) (at - start);
    keys.clear();
  }

  /**
   * The object has ended.
   *
   * @param index its place among the items
   * @param end the offset after its last byte
   * @param nested whether it stands within an envelope
   * @param sink receives it, or why not
   */
  void end(int index, long end, boolean nested, ItemSink sink) {
    reached(end);
    if (broken == null && nested && facts.type().filter("bundle"::equals).isPresent()) {
      broken = Rule.NESTED_BUNDLE;
    }
    Rule rule = broken;
    if (rule == null) {
      sink.object(new Slice(index, start, window.copy(start, end)));
    } else {
      sink.refused(
          index, new ReadResult.Refused(facts.id(), facts.version(), List.of(problem(rule))));
    }
    drop();
  }

  private Problem problem(Rule rule) {
    return switch (rule) {
      case TOO_LARGE -> Problem.tooLarge(limits.bytes());
      case NESTED_BUNDLE ->
          Problem.whole(rule, "a bundle is no STIX object and cannot stand among objects");
      case TOO_DEEP -> located(rule, "nested deeper than " + limits.depth() + " levels");
      case DUPLICATE_KEY -> located(rule, "the name comes twice in one JSON object");
      case LONE_SURROGATE -> located(rule, "half of an escaped surrogate pair stands alone");
      case NUMBER_RANGE -> located(rule, "the number is beyond what a double can hold");
      default -> located(rule, "the value is longer than the limits allow");
    };
  }

  private Problem located(Rule rule, String reason) {
    List<String> path = PointerFinder.find(window.bytes(), window.index(start), place);
    return Problem.at(rule, path, reason);
  }
}
