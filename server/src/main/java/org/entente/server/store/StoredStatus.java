// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.store;

/**
 * A status as it is kept.
 *
 * @param id a UUIDv4
 * @param credential who pushed
 * @param apiRoot where
 * @param complete whether it is final
 * @param body the status resource, JSON
 */
public record StoredStatus(
    String id, String credential, String apiRoot, boolean complete, byte[] body) {}
