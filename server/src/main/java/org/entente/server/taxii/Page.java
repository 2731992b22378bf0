// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.taxii;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows in ascending order of position, and whether there are more. Holds nothing of one reader's
 * own, so it can be kept and shared. Its renderings are made when first asked for and kept.
 */
public final class Page {
  /** A page without rows. */
  public static final Page EMPTY = new Page(List.of(), false);

  private static final int ROW_WEIGHT = 200;

  private final List<PageRow> rows;
  private final boolean more;
  private final RenderedPage envelope;
  private final String firstText;
  private final String lastText;
  private volatile @Nullable RenderedPage manifest;
  private volatile @Nullable RenderedPage versions;

  /**
   * Splices the bytes of the rows; the rows themselves are kept without them.
   *
   * @param rows in ascending order of position
   * @param more whether a further page would have rows; only with at least one row
   */
  public Page(List<PageRow> rows, boolean more) {
    if (more && rows.isEmpty()) {
      throw new IllegalArgumentException("a page without rows says that there are more");
    }
    this.envelope = new RenderedPage(PageWriter.envelope(rows));
    this.rows = rows.stream().map(PageRow::withoutBytes).toList();
    this.more = more;
    this.firstText = rows.isEmpty() ? "" : Position.text(rows.get(0).added());
    this.lastText = rows.isEmpty() ? "" : Position.text(rows.get(rows.size() - 1).added());
  }

  /** The rows, without bytes. */
  public List<PageRow> rows() {
    return rows;
  }

  /** Whether a further page would have rows. */
  public boolean more() {
    return more;
  }

  /** Where the next page goes on: the position of the last row. Only with rows. */
  public long nextPosition() {
    return rows.get(rows.size() - 1).added();
  }

  /** {@code X-TAXII-Date-Added-First} (TAXII 2.1 §3.2), or nothing without rows. */
  public String firstText() {
    return firstText;
  }

  /** {@code X-TAXII-Date-Added-Last}, or nothing without rows. */
  public String lastText() {
    return lastText;
  }

  /** As an envelope (TAXII 2.1 §3.7), up to the ending. */
  public RenderedPage envelope() {
    return envelope;
  }

  /** As a manifest (TAXII 2.1 §5.3), up to the ending. */
  public RenderedPage manifest() {
    RenderedPage known = manifest;
    if (known == null) {
      known = new RenderedPage(PageWriter.manifest(rows));
      manifest = known;
    }
    return known;
  }

  /** As versions (TAXII 2.1 §5.8), up to the ending. */
  public RenderedPage versions() {
    RenderedPage known = versions;
    if (known == null) {
      known = new RenderedPage(PageWriter.versions(rows));
      versions = known;
    }
    return known;
  }

  /**
   * The ending of an envelope.
   *
   * @param token the reader's own token of {@link #nextPosition}; used only when there are more
   */
  public byte[] envelopeEnding(String token) {
    return more ? moreEnding(token) : PageWriter.LAST_ENVELOPE.clone();
  }

  /** The ending of a manifest or of versions; see {@link #envelopeEnding}. */
  public byte[] recordEnding(String token) {
    return more ? moreEnding(token) : PageWriter.LAST_RECORDS.clone();
  }

  private static byte[] moreEnding(String token) {
    return (",\"more\":true,\"next\":\"" + token + "\"}").getBytes(StandardCharsets.ISO_8859_1);
  }

  /** About how many bytes of memory it takes now. */
  public long weight() {
    RenderedPage ofManifest = manifest;
    RenderedPage ofVersions = versions;
    return envelope.weight()
        + (ofManifest == null ? 0 : ofManifest.weight())
        + (ofVersions == null ? 0 : ofVersions.weight())
        + (long) rows.size() * ROW_WEIGHT;
  }
}
