// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.exchange.read;

import java.util.List;
import org.entente.server.store.CommitRecord;
import org.entente.server.store.RowPage;
import org.entente.server.taxii.MediaTypes;
import org.entente.server.taxii.Page;
import org.entente.server.taxii.PageRow;

/**
 * A page as it was read, its objects spliced into one.
 *
 * @param record the commit record that it was read with
 * @param page not yet judged
 */
record Spliced(CommitRecord record, SharedPage page) {
  static Spliced of(RowPage rows) {
    List<PageRow> shown =
        rows.rows().stream()
            .map(
                row ->
                    new PageRow(
                        row.place(), row.id(), row.version().text(), MediaTypes.STIX, row.bytes()))
            .toList();
    int[] audiences = rows.rows().stream().mapToInt(RowPage.Row::audience).distinct().toArray();
    long last = shown.isEmpty() ? -1 : shown.get(shown.size() - 1).added();
    Page page = shown.isEmpty() ? Page.EMPTY : new Page(shown, rows.more());
    return new Spliced(rows.record(), new SharedPage(page, audiences, last));
  }
}
