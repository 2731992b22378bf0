// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.stix.type;

import org.entente.stix.StixTimestamp;
import org.jspecify.annotations.Nullable;

/** A container of an object that is open, and what is expected in it. Used again and again. */
final class Frame {
  /** What a container can be. */
  enum Mode {
    /** An object of a known shape. */
    SHAPED,
    /** A list of values of one property. */
    LIST,
    /** An object whose keys are names of hashes. */
    HASHES,
    /** An object with keys of the producer's choice. */
    DICTIONARY,
    /** The value of {@code extensions}. */
    EXTENSIONS,
    /** An extension that an extension-definition defines. */
    EXTENSION,
    /** Observables by key, as observed-data had them once. */
    OBSERVABLES,
    /** Translations by language. */
    TRANSLATIONS,
    /** What is translated into one language, as deep as it goes. */
    TRANSLATION,
    /** Anything. */
    FREE
  }

  private static final int MOST_SLOTS = 64;

  private final @Nullable StixTimestamp[] times = new @Nullable StixTimestamp[MOST_SLOTS];
  private Mode mode = Mode.FREE;
  private @Nullable Shape shape;
  private @Nullable Slot slot;
  private String name = "";
  private boolean list;
  private int items;
  private boolean typed;
  private long seen;
  private long timed;
  private long trues;
  private long falses;

  /** A container begins. */
  void open(Mode kind, @Nullable Shape known, @Nullable Slot of, boolean isList) {
    mode = kind;
    shape = known;
    slot = of;
    name = "";
    list = isList;
    items = 0;
    typed = false;
    seen = 0;
    timed = 0;
    trues = 0;
    falses = 0;
  }

  Mode mode() {
    return mode;
  }

  /** The shape, of a shaped object. */
  Shape shape() {
    if (shape == null) {
      throw new IllegalStateException("this has no shape");
    }
    return shape;
  }

  /** The property that the next value belongs to, or null when it is not known. */
  @Nullable Slot slot() {
    return slot;
  }

  /** The name that was read last. */
  String name() {
    return name;
  }

  boolean isList() {
    return list;
  }

  /** How many values or names there are so far. */
  int items() {
    return items;
  }

  void name(String text, @Nullable Slot of) {
    name = text;
    slot = of;
    items++;
    typed |= text.equals("extension_type");
    if (of != null) {
      seen |= of.bit();
    }
  }

  /** Whether there is an {@code extension_type}. */
  boolean typed() {
    return typed;
  }

  void item() {
    items++;
  }

  long seen() {
    return seen;
  }

  void is(Slot property, boolean value) {
    if (value) {
      trues |= property.bit();
    } else {
      falses |= property.bit();
    }
  }

  boolean isTrue(long bit) {
    return (trues & bit) != 0;
  }

  boolean isFalse(long bit) {
    return (falses & bit) != 0;
  }

  void time(Slot property, StixTimestamp value) {
    times[property.index()] = value;
    timed |= property.bit();
  }

  /** The time that a property has, null when it has none. */
  @Nullable StixTimestamp time(int index) {
    return index >= 0 && (timed & 1L << index) != 0 ? times[index] : null;
  }
}
