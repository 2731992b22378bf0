// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.store;

import java.util.List;
import org.entente.stix.StixId;
import org.entente.stix.StixTimestamp;

/**
 * A page as read, in one snapshot with the commit record.
 *
 * @param record the commit record; when its epoch or classes are newer than the view's, the page is
 *     stale and must not be shown
 * @param rows in order of places
 * @param more whether there are more
 */
public record RowPage(CommitRecord record, List<Row> rows, boolean more) {
  /**
   * A row of a page.
   *
   * @param place where it stands for the reader
   * @param audience its class, by number
   * @param id the object
   * @param version the version as the producer wrote it
   * @param bytes the object, or empty when content was not wanted
   */
  public record Row(long place, int audience, StixId id, StixTimestamp version, byte[] bytes) {}
}
