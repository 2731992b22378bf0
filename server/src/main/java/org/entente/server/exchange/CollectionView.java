// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.exchange;

import java.util.Optional;

/**
 * A collection as one principal sees it (TAXII 2.1 §5.2.1).
 *
 * @param id a random UUID in lower case
 * @param title unique in its root
 * @param description what it holds
 * @param alias a second name in its root
 * @param canRead whether this principal may read it
 * @param canWrite whether this principal may push to it
 * @param apiRoot the path segment of its root
 */
public record CollectionView(
    String id,
    String title,
    Optional<String> description,
    Optional<String> alias,
    boolean canRead,
    boolean canWrite,
    String apiRoot) {}
