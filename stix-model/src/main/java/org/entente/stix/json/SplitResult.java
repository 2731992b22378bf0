// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.stix.json;

import java.util.List;

/** How a body ended. */
public sealed interface SplitResult {
  /**
   * The body was read to its end.
   *
   * @param shape what the body was
   * @param items how many items were handed out, refused ones included; at least one, but for a
   *     bundle that has no {@code objects}
   * @param problems what is wrong with a bundle itself, which is no matter for its objects
   */
  record Whole(Shape shape, int items, List<Problem> problems) implements SplitResult {
    /** A body with which nothing is wrong beside its items. */
    public Whole(Shape shape, int items) {
      this(shape, items, List.of());
    }
  }

  /**
   * The body cannot be taken at all; whatever was handed out before is void.
   *
   * @param kind the kind of failure
   * @param reason one lower-case sentence, with what was sent in backticks
   * @param offset where in the body it was noticed, in bytes from 0
   */
  record Failure(Kind kind, String reason, long offset) implements SplitResult {}

  /** What a body can be. */
  enum Shape {
    /** {@code {"objects": [...]}}, TAXII 2.1 §3.7. */
    ENVELOPE,
    /** An object of type {@code bundle}, STIX 2.1 §8. */
    BUNDLE,
    /** One object by itself. */
    OBJECT
  }

  /** Why a body can be refused as a whole. */
  enum Kind {
    /** Not JSON in UTF-8, cut off, or a name twice in the envelope itself. */
    MALFORMED,
    /** More bytes or more objects than the limits allow. */
    TOO_LARGE,
    /** JSON, and no envelope: another shape, nothing in it, or too much before {@code objects}. */
    NOT_AN_ENVELOPE
  }
}
