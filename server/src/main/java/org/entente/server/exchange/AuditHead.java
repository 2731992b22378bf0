// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.exchange;

import java.time.Instant;
import java.util.Optional;

/**
 * The newest link of the audit chain, for keeping elsewhere.
 *
 * @param number of the record; 0 for an empty chain
 * @param at when it was written; absent for an empty chain
 * @param hash its hash, hexadecimal
 */
public record AuditHead(long number, Optional<Instant> at, String hash) {}
