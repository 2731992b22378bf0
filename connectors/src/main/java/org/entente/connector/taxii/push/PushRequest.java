// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.connector.taxii.push;

import java.util.List;
import org.entente.connector.taxii.CollectionUrl;

/**
 * What to push, and where to.
 *
 * @param collection receives the objects
 * @param files paths, or {@code -} for standard input
 * @param batch the most objects of one request, at least 1
 * @param policies ids for {@code X-Exchange-Policy}; empty to send none
 * @param dryRun whether to ask only who would see each object
 */
public record PushRequest(
    CollectionUrl collection,
    List<String> files,
    int batch,
    List<String> policies,
    boolean dryRun) {}
