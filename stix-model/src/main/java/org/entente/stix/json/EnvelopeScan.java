// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.stix.json;

import java.util.List;
import java.util.Optional;
import org.entente.stix.json.SplitResult.Failure;
import org.entente.stix.json.SplitResult.Kind;
import org.entente.stix.json.SplitResult.Shape;
import org.entente.stix.json.SplitResult.Whole;
import org.entente.stix.json.scan.JsonScanner;
import org.entente.stix.json.scan.JsonText;
import org.entente.stix.json.scan.TokenHandler;
import org.jspecify.annotations.Nullable;

/**
 * Finds the items of a body among its tokens. Until an array {@code objects} begins, the body may
 * turn out to be one object by itself and is followed as if it were.
 */
final class EnvelopeScan implements TokenHandler {
  private enum Part {
    LEADING,
    OBJECTS,
    TRAILING
  }

  /** The depth at which the items of {@code objects} have their tokens. */
  private static final int ITEM_DEPTH = 3;

  private final Limits limits;
  private final Window window;
  private final ItemSink sink;
  private final JsonScanner scanner = new JsonScanner(this);
  private final ItemScan item;
  private final SentFacts body = new SentFacts();
  private final SentFacts inner = new SentFacts();
  private final EnvelopeNames names = new EnvelopeNames();
  private Part part = Part.LEADING;
  private boolean atObjects;
  private int tokens;
  private int items;
  private @Nullable Failure failure;
  private String notAnEnvelope = "an envelope is a JSON object with `objects`, this is a value";
  private @Nullable Whole whole;

  EnvelopeScan(Limits limits, Window window, ItemSink sink) {
    this.limits = limits;
    this.window = window;
    this.sink = sink;
    this.item = new ItemScan(limits.object(), window);
  }

  Optional<Failure> failure() {
    return Optional.ofNullable(failure);
  }

  /** Reads the chunk of the window and keeps in the window what will be looked at again. */
  void scan() {
    scanner.scan(window.bytes(), window.from(), window.to(), window.base());
    noticeMalformed();
    item.reached(window.length());
    window.keepFrom(failure == null ? needed() : window.length());
  }

  private long needed() {
    if (item.retained()) {
      return item.start();
    }
    boolean told = scanner.depth() == (part == Part.OBJECTS ? ITEM_DEPTH : 1);
    boolean kept = window.length() - scanner.token() <= SentFacts.LONGEST_BYTES;
    return told && kept && scanner.inString() ? scanner.token() : window.length();
  }

  SplitResult end() {
    if (failure == null) {
      scanner.finish(window.length());
      noticeMalformed();
    }
    SplitResult ended = failure != null ? failure : whole;
    return ended != null
        ? ended
        : new Failure(Kind.NOT_AN_ENVELOPE, notAnEnvelope, window.length());
  }

  void fail(Kind kind, String reason, long at) {
    if (failure == null) {
      failure = new Failure(kind, reason, at);
      scanner.stop();
      item.drop();
    }
  }

  private void noticeMalformed() {
    String reason = scanner.failure();
    if (reason != null) {
      fail(Kind.MALFORMED, reason, scanner.failedAt());
    }
  }

  @Override
  public void open(boolean object, long at) {
    int depth = scanner.depth();
    if (part == Part.LEADING) {
      if (depth == 2 && !object && atObjects) {
        beginObjects(at);
        return;
      }
      countToken(at);
      if (depth == 1) {
        beginBody(object, at);
        return;
      }
    } else if (part == Part.OBJECTS && depth == ITEM_DEPTH) {
      beginItem(object, at);
      return;
    }
    item.open(object, depth, at);
  }

  private void beginBody(boolean object, long at) {
    if (object) {
      item.begin(at, 0, body);
    } else {
      notAnEnvelope = "an envelope is a JSON object with `objects`, this is an array";
    }
  }

  private void beginObjects(long at) {
    item.drop();
    part = Part.OBJECTS;
    checkNames(at);
  }

  private void checkNames(long at) {
    if (names.twice() >= 0) {
      fail(Kind.MALFORMED, "a name comes twice in the envelope", names.twice());
    } else if (names.tooMany()) {
      String most = "more than " + EnvelopeNames.MOST + " members, or too long a name";
      fail(Kind.NOT_AN_ENVELOPE, "the envelope has " + most, at);
    }
  }

  private void beginItem(boolean object, long at) {
    if (!object) {
      otherItem("an array", at);
    } else if (countItem(at)) {
      item.begin(at, ITEM_DEPTH - 1, inner);
    }
  }

  private boolean countItem(long at) {
    if (items == limits.objects()) {
      fail(Kind.TOO_LARGE, "there are more than " + limits.objects() + " objects", at);
      return false;
    }
    items++;
    return true;
  }

  private void otherItem(String what, long at) {
    if (countItem(at)) {
      Problem problem = Problem.whole(Rule.NOT_AN_OBJECT, what + " is no STIX object");
      Optional<String> none = Optional.empty();
      sink.refused(items - 1, new ReadResult.Refused(none, none, List.of(problem)));
    }
  }

  @Override
  public void close(boolean object, long end) {
    int depth = scanner.depth();
    item.close(object);
    if (part == Part.LEADING) {
      countToken(end);
      if (depth == 0 && object) {
        endBody(end);
      }
    } else if (part == Part.OBJECTS) {
      if (depth == ITEM_DEPTH - 1 && object) {
        item.end(items - 1, end, true, sink);
      } else if (depth == 1) {
        part = Part.TRAILING;
      }
    } else if (depth == 0) {
      endEnvelope();
    }
  }

  private void endBody(long end) {
    boolean bundle = isBundle();
    if (body.type().isPresent() && body.id().isPresent() && !bundle) {
      item.end(0, end, false, sink);
      whole = new Whole(Shape.OBJECT, 1);
      return;
    }
    item.drop();
    checkNames(end);
    notAnEnvelope = "the body has no `objects` and is no STIX object";
    if (bundle && !names.has("objects")) {
      whole = bundle();
    }
  }

  private Whole bundle() {
    return new Whole(Shape.BUNDLE, items, BundleChecks.problems(body, names));
  }

  private void endEnvelope() {
    if (items == 0) {
      notAnEnvelope = "`objects` is empty";
    } else {
      whole = isBundle() ? bundle() : new Whole(Shape.ENVELOPE, items);
    }
  }

  private boolean isBundle() {
    return body.type().filter("bundle"::equals).isPresent();
  }

  @Override
  public void name(long start, long end, boolean escaped) {
    int depth = scanner.depth();
    item.name(depth, start, end, escaped);
    if (part == Part.LEADING) {
      countToken(start);
    }
    if (depth == 1) {
      envelopeName(start, end, escaped);
    }
  }

  private void envelopeName(long start, long end, boolean escaped) {
    if (!window.holds(start) || end - start > SentFacts.LONGEST_BYTES) {
      names.addLong();
      atObjects = false;
    } else {
      int from = window.index(start);
      String name = JsonText.of(window.bytes(), from + 1, window.index(end) - 1, escaped);
      names.add(name, start);
      atObjects = name.equals("objects");
      if (part == Part.TRAILING) {
        body.name(window, start, end, escaped);
      }
    }
    if (part == Part.TRAILING) {
      checkNames(start);
    }
  }

  @Override
  public void string(long start, long end, boolean escaped) {
    int depth = scanner.depth();
    if (part == Part.LEADING) {
      countToken(start);
    } else if (part == Part.OBJECTS && depth == ITEM_DEPTH - 1) {
      otherItem("a string", start);
    } else if (part == Part.TRAILING && depth == 1) {
      body.string(window, start, end, escaped);
    }
    item.string(depth, start, end, escaped);
  }

  @Override
  public void number(long start, long end, boolean exponent) {
    item.number(start, end, exponent);
    scalar("a number", start);
  }

  @Override
  public void literal(long start) {
    scalar("a literal", start);
  }

  private void scalar(String what, long start) {
    if (part == Part.LEADING) {
      countToken(start);
    } else if (part == Part.OBJECTS && scanner.depth() == ITEM_DEPTH - 1) {
      otherItem(what, start);
    }
  }

  @Override
  public void loneSurrogate(long token) {
    item.loneSurrogate(token);
  }

  private void countToken(long at) {
    if (++tokens > limits.leadingTokens()) {
      String reason = "there are more than " + limits.leadingTokens() + " tokens before `objects`";
      fail(Kind.NOT_AN_ENVELOPE, reason, at);
    }
  }
}
