// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.connector.feed.definition;

import java.util.Optional;

/**
 * What a publisher allows.
 *
 * @param id by SPDX where it has one, else in words
 * @param redistribution {@code allowed}, {@code with-attribution}, {@code forbidden} or {@code
 *     unclear}
 * @param attribution who is to be named
 * @param terms where the terms are
 * @param checked the day on which somebody last compared all this with the publisher's terms
 */
public record Licence(
    String id,
    String redistribution,
    String attribution,
    Optional<String> terms,
    Optional<String> checked) {}
