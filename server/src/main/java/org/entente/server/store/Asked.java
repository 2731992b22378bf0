// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.store;

import java.util.Set;

/**
 * A reader that has polled a collection. Kept, durably, before its classes are computed.
 *
 * @param credential the credential's id
 * @param collection the collection's id
 * @param had classes, by number, that it had and does not have now
 * @param low the lowest position that it has asked from since it lost them; {@link Long#MAX_VALUE}
 *     when it has not asked since
 */
public record Asked(String credential, String collection, Set<Integer> had, long low) {}
