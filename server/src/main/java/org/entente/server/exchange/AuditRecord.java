// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.exchange;

import java.time.Instant;

/**
 * One link of the audit chain.
 *
 * @param number counts up from 1 without gaps
 * @param at when
 * @param actor who
 * @param action what was done, a word such as {@code apply}
 * @param detail more of it, as a JSON object; never a secret
 * @param hash over this record and the hash of the one before it, hexadecimal
 */
public record AuditRecord(
    long number, Instant at, String actor, String action, String detail, String hash) {}
