// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.connector.taxii;

import java.util.Optional;

/**
 * A collection as this credential sees it (TAXII 2.1 §5.2).
 *
 * @param id its id
 * @param title for people; empty when the server gives none
 * @param alias another name for it in URLs
 * @param canRead whether objects may be read
 * @param canWrite whether objects may be added
 */
public record TaxiiCollection(
    String id, String title, Optional<String> alias, boolean canRead, boolean canWrite) {
  static TaxiiCollection of(Document document) {
    return new TaxiiCollection(
        document.required("id"),
        document.text("title").orElse(""),
        document.text("alias"),
        document.flag("can_read", true),
        document.flag("can_write", true));
  }
}
