// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.connector.taxii.pull;

import io.vertx.core.Future;
import java.io.ByteArrayOutputStream;
import java.util.random.RandomGenerator;
import org.entente.connector.DiskLane;
import org.entente.connector.taxii.ObjectSink;

/** Formats the objects of the page at hand and writes them in parts while they arrive. */
final class PageWriter implements ObjectSink {
  private static final int PART = 1 << 20;

  private final DiskLane disk;
  private final Output output;
  private final Format format;
  private final RandomGenerator random;
  private final ByteArrayOutputStream part = new ByteArrayOutputStream();
  private Future<Void> written = Future.succeededFuture();
  private long at;
  private long before;
  private int objects;
  private int most = Integer.MAX_VALUE;

  /**
   * Prepares to write.
   *
   * @param before how many objects the output has
   */
  PageWriter(DiskLane disk, Output output, Format format, RandomGenerator random, long before) {
    this.disk = disk;
    this.output = output;
    this.format = format;
    this.random = random;
    this.before = before;
  }

  /** Leaves out what goes beyond a number of objects in the next page. */
  void atMost(int number) {
    most = number;
  }

  @Override
  public void begin() {
    part.reset();
    at = 0;
    objects = 0;
  }

  @Override
  public void object(byte[] json) {
    if (objects >= most) {
      return;
    }
    format.object(part, before + objects, json, random);
    objects++;
    if (part.size() >= PART) {
      write();
    }
  }

  private void write() {
    if (part.size() == 0) {
      return;
    }
    byte[] bytes = part.toByteArray();
    long where = at;
    part.reset();
    at += bytes.length;
    Future<Void> earlier = written;
    written =
        disk.<Void>run(
                () -> {
                  output.write(bytes, where);
                  return null;
                })
            .compose(done -> earlier);
  }

  @Override
  public Future<Void> ready() {
    return written;
  }

  /** The page is whole: makes it safe. Gives its length in bytes. */
  Future<Long> keep() {
    write();
    long length = at;
    before += objects;
    byte[] tail = format.tail(before, random);
    return written.compose(
        done ->
            disk.run(
                () -> {
                  output.keep(length, tail);
                  return length;
                }));
  }

  /** Makes the output whole after the last page. */
  Future<Void> finish() {
    byte[] tail = format.tail(before, random);
    return disk.run(
        () -> {
          output.finish(tail);
          return null;
        });
  }

  /** How many objects the output has, the page at hand left out. */
  long before() {
    return before;
  }
}
