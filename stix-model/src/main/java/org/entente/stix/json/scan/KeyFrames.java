// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.stix.json.scan;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;

/**
 * The names within the objects that are open, to find one that comes twice. They are places in the
 * bytes of the outermost object and not copied. A few names are compared each with each; many are
 * sorted, so that n names cost n log n whatever they are and nobody can choose slow ones.
 */
public final class KeyFrames {
  private static final int FEW = 32;
  private static final long MIX = 0x9E3779B97F4A7C15L;

  /** Where in the entries each open object begins. */
  private int[] frames = new int[16];

  private int depth;

  /** For each name its place, and its length and fingerprint without escapes. */
  private int[] places = new int[64];

  private int[] lengths = new int[64];
  private long[] prints = new long[64];

  /** For a name with escapes the place in {@link #unescaped}, else -1. */
  private int[] elsewhere = new int[64];

  private int count;
  private byte[] unescaped = {};
  private int unescapedEnd;

  /** Forgets everything. */
  public void clear() {
    depth = 0;
    count = 0;
    unescapedEnd = 0;
  }

  /** An object begins. */
  public void open() {
    if (depth == frames.length) {
      frames = Arrays.copyOf(frames, 2 * depth);
    }
    frames[depth++] = count;
  }

  /**
   * A name of the innermost object.
   *
   * @param bytes holds it
   * @param outermost where in them the outermost object begins
   * @param from its opening quote
   * @param to the byte after its closing quote
   * @param escaped whether there is a backslash in it
   */
  public void name(byte[] bytes, int outermost, int from, int to, boolean escaped) {
    if (count == places.length) {
      grow();
    }
    places[count] = from - outermost;
    if (escaped) {
      byte[] text = JsonText.of(bytes, from + 1, to - 1, true).getBytes(StandardCharsets.UTF_8);
      elsewhere[count] = keep(text);
      put(text, 0, text.length);
    } else {
      elsewhere[count] = -1;
      put(bytes, from + 1, to - from - 2);
    }
  }

  private void grow() {
    places = Arrays.copyOf(places, 2 * count);
    lengths = Arrays.copyOf(lengths, 2 * count);
    prints = Arrays.copyOf(prints, 2 * count);
    elsewhere = Arrays.copyOf(elsewhere, 2 * count);
  }

  private int keep(byte[] text) {
    int at = unescapedEnd;
    unescapedEnd += text.length;
    if (unescapedEnd > unescaped.length) {
      unescaped = Arrays.copyOf(unescaped, Math.max(unescapedEnd, 2 * unescaped.length));
    }
    System.arraycopy(text, 0, unescaped, at, text.length);
    return at;
  }

  private void put(byte[] bytes, int from, int length) {
    lengths[count] = length;
    prints[count] = print(bytes, from, length);
    count++;
  }

  private static long print(byte[] bytes, int from, int length) {
    long print = length;
    int end = from + length;
    if (length >= 8) {
      print = (print * MIX ^ PlainBytes.eight(bytes, from)) * MIX;
      print ^= PlainBytes.eight(bytes, end - 8);
    } else {
      for (int i = from; i < end; i++) {
        print = print << 8 ^ bytes[i];
      }
    }
    return print * MIX;
  }

  /**
   * The innermost object ends.
   *
   * @param bytes holds the names
   * @param outermost where in them the outermost object begins
   * @return the place, from the outermost object, of the first name that was there before, or -1
   */
  public int close(byte[] bytes, int outermost) {
    int first = frames[--depth];
    int last = count;
    count = first;
    return last - first <= FEW
        ? amongFew(bytes, outermost, first, last)
        : amongMany(bytes, outermost, first, last);
  }

  private int amongFew(byte[] bytes, int outermost, int first, int last) {
    for (int i = first + 1; i < last; i++) {
      long print = prints[i];
      for (int j = first; j < i; j++) {
        if (prints[j] == print && compare(bytes, outermost, i, j) == 0) {
          return places[i];
        }
      }
    }
    return -1;
  }

  private int amongMany(byte[] bytes, int outermost, int first, int last) {
    long[] order = new long[last - first];
    for (int i = first; i < last; i++) {
      order[i - first] = (prints[i] & 0xffffffff00000000L) | i;
    }
    Arrays.sort(order);
    int found = -1;
    int run = 0;
    for (int i = 1; i <= order.length; i++) {
      if (i == order.length || order[i] >>> 32 != order[run] >>> 32) {
        int twice = i - run == 1 ? -1 : amongAlike(bytes, outermost, order, run, i);
        found = found < 0 || (twice >= 0 && twice < found) ? twice : found;
        run = i;
      }
    }
    return found;
  }

  private int amongAlike(byte[] bytes, int outermost, long[] order, int from, int to) {
    Integer[] alike = new Integer[to - from];
    Arrays.setAll(alike, i -> (int) order[from + i]);
    Comparator<Integer> byText = (i, j) -> compare(bytes, outermost, i, j);
    Arrays.sort(alike, byText);
    int found = -1;
    for (int i = 1; i < alike.length; i++) {
      if (byText.compare(alike[i - 1], alike[i]) == 0) {
        int place = Math.max(places[alike[i - 1]], places[alike[i]]);
        found = found < 0 ? place : Math.min(found, place);
      }
    }
    return found;
  }

  private int compare(byte[] bytes, int outermost, int i, int j) {
    byte[] a = elsewhere[i] < 0 ? bytes : unescaped;
    byte[] b = elsewhere[j] < 0 ? bytes : unescaped;
    int fromA = elsewhere[i] < 0 ? outermost + places[i] + 1 : elsewhere[i];
    int fromB = elsewhere[j] < 0 ? outermost + places[j] + 1 : elsewhere[j];
    return Arrays.compare(a, fromA, fromA + lengths[i], b, fromB, fromB + lengths[j]);
  }
}
