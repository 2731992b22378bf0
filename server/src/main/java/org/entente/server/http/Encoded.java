// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.http;

import io.netty.buffer.Unpooled;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.internal.buffer.BufferInternal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import java.util.zip.GZIPOutputStream;
import org.entente.server.http.endpoint.Response.Body;

/**
 * A body as bytes.
 *
 * @param head not to be changed, perhaps shared
 * @param tail what follows it
 * @param zipped whether both together are gzip
 */
record Encoded(byte[] head, byte[] tail, boolean zipped) {
  private static final byte[] NOTHING = {};
  private static final Encoded EMPTY = new Encoded(NOTHING, NOTHING, false);

  /** What is smaller is not worth compressing. */
  private static final int WORTH_GZIP = 2048;

  /** What is larger is compressed elsewhere, so that the loop serves others meanwhile. */
  private static final int INLINE_GZIP = 256 * 1024;

  /** Encodes a body. */
  static Future<Encoded> of(Body body, boolean gzip, Context context, Executor compressors) {
    if (body instanceof Body.Spliced page) {
      boolean slow = gzip && page.page().head().length > INLINE_GZIP && !page.page().zipped();
      return slow
          ? elsewhere(() -> spliced(page, true), context, compressors)
          : Future.succeededFuture(spliced(page, gzip));
    }
    if (body instanceof Body.Json json) {
      byte[] bytes = json.bytes();
      if (!gzip || bytes.length < WORTH_GZIP) {
        return Future.succeededFuture(new Encoded(bytes, NOTHING, false));
      }
      return bytes.length > INLINE_GZIP
          ? elsewhere(() -> zipped(bytes), context, compressors)
          : Future.succeededFuture(zipped(bytes));
    }
    return Future.succeededFuture(EMPTY);
  }

  private static Future<Encoded> elsewhere(
      Supplier<Encoded> work, Context context, Executor compressors) {
    return Future.fromCompletionStage(CompletableFuture.supplyAsync(work, compressors), context);
  }

  private static Encoded spliced(Body.Spliced page, boolean gzip) {
    return gzip
        ? new Encoded(page.page().gzipHead(), page.page().gzipTail(page.ending()), true)
        : new Encoded(page.page().head(), page.ending(), false);
  }

  private static Encoded zipped(byte[] bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length / 2);
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    } catch (IOException unexpected) {
      throw new UncheckedIOException("writing to memory failed", unexpected);
    }
    return new Encoded(out.toByteArray(), NOTHING, true);
  }

  int length() {
    return head.length + tail.length;
  }

  boolean hasTail() {
    return tail.length > 0;
  }

  /** Some bytes of the head, not copied. */
  Buffer part(int from, int length) {
    return BufferInternal.buffer(Unpooled.wrappedBuffer(head, from, length));
  }
}
