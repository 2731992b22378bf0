// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.connector.feed.definition;

import java.util.Optional;

/**
 * Where a feed's file comes from.
 *
 * @param url its address
 * @param every how often it is asked for, as written; empty when nobody has said
 * @param maxBytes the most bytes that are read of it, unpacked
 * @param member the file in an archive that has several
 */
public record FeedSource(
    String url, Optional<String> every, long maxBytes, Optional<String> member) {}
