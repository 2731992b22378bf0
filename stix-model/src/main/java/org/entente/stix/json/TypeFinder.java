// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.stix.json;

import org.entente.stix.json.scan.JsonScanner;
import org.entente.stix.json.scan.JsonText;
import org.entente.stix.json.scan.TokenHandler;

/** Finds the type of an object wherever in it that stands, looking no further. */
final class TypeFinder implements TokenHandler {
  private static final String TYPE = "type";

  private final JsonScanner scanner = new JsonScanner(this);
  private final byte[] bytes;
  private boolean awaited;
  private String type = "";

  private TypeFinder(byte[] bytes) {
    this.bytes = bytes;
  }

  /** The value of the first {@code type} of the object itself; empty when that is no string. */
  static String find(byte[] object) {
    TypeFinder finder = new TypeFinder(object);
    finder.scanner.scan(object, 0, object.length, 0);
    return finder.type;
  }

  private String text(long start, long end, boolean escaped) {
    return JsonText.of(bytes, (int) start + 1, (int) end - 1, escaped);
  }

  @Override
  public void name(long start, long end, boolean escaped) {
    boolean possible = escaped || end - start == TYPE.length() + 2;
    awaited = scanner.depth() == 1 && possible && text(start, end, escaped).equals(TYPE);
  }

  @Override
  public void string(long start, long end, boolean escaped) {
    if (awaited) {
      type = text(start, end, escaped);
      scanner.stop();
    }
  }

  @Override
  public void open(boolean object, long at) {
    stopIfAwaited();
  }

  @Override
  public void number(long start, long end, boolean exponent) {
    stopIfAwaited();
  }

  @Override
  public void literal(long start) {
    stopIfAwaited();
  }

  private void stopIfAwaited() {
    if (awaited) {
      scanner.stop();
    }
  }

  @Override
  public void close(boolean object, long end) {}

  @Override
  public void loneSurrogate(long token) {}
}
