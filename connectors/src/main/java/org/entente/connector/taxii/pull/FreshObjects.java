// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.connector.taxii.pull;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.entente.connector.taxii.ObjectSink;

/** Hands on the objects of a page that have not been seen. */
final class FreshObjects implements ObjectSink {
  private final ObjectSink sink;
  private final Set<String> seen;
  private final List<String> marks = new ArrayList<>();
  private int fresh;

  FreshObjects(Walk walk, ObjectSink sink) {
    this.sink = sink;
    this.seen = walk.careful() ? new HashSet<>(walk.seen().marks()) : Set.of();
  }

  @Override
  public void begin() {
    marks.clear();
    fresh = 0;
    sink.begin();
  }

  @Override
  public void object(byte[] json) {
    String mark = Mark.of(json);
    marks.add(mark);
    if (!seen.contains(mark)) {
      fresh++;
      sink.object(json);
    }
  }

  @Override
  public Future<Void> ready() {
    return sink.ready();
  }

  List<String> marks() {
    return marks;
  }

  int fresh() {
    return fresh;
  }
}
