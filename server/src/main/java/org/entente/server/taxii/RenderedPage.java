// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.taxii;

import org.jspecify.annotations.Nullable;

/**
 * A page written out up to its ending. What is kept is shared by all readers of the page; the
 * ending, with a reader's own token, is made for each answer. Compressed when first asked for.
 */
public final class RenderedPage {
  private final byte[] plain;
  private volatile @Nullable GzipSplice gzip;

  RenderedPage(byte[] plain) {
    this.plain = plain;
  }

  /** Everything before the ending. Not to be changed. */
  public byte[] head() {
    return plain;
  }

  /** Whether it is compressed already. */
  public boolean zipped() {
    return gzip != null;
  }

  /** Everything before the ending, compressed, with the header of a gzip member. */
  public byte[] gzipHead() {
    return splice().head();
  }

  /** The ending as it follows the compressed head. */
  public byte[] gzipTail(byte[] ending) {
    return splice().tail(ending);
  }

  private GzipSplice splice() {
    GzipSplice known = gzip;
    return known != null ? known : compress();
  }

  private synchronized GzipSplice compress() {
    GzipSplice known = gzip;
    if (known == null) {
      known = GzipSplice.of(plain);
      gzip = known;
    }
    return known;
  }

  /** About how many bytes of memory it takes now. */
  long weight() {
    GzipSplice known = gzip;
    return (long) plain.length + (known == null ? 0 : known.head().length);
  }
}
