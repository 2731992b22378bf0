// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.connector.taxii;

import java.util.ArrayList;
import java.util.List;

/** Keeps the objects of a page in memory. */
final class CollectedObjects implements ObjectSink {
  private final List<byte[]> objects = new ArrayList<>();

  @Override
  public void begin() {
    objects.clear();
  }

  @Override
  public void object(byte[] json) {
    objects.add(json);
  }

  List<byte[]> objects() {
    return List.copyOf(objects);
  }
}
