// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.store;

/**
 * An entry in the chain.
 *
 * @param seq counts from 1
 * @param position the commit's position, microseconds since the epoch
 * @param entry what was done
 * @param hash SHA-256 over the previous hash and this record's fields, see {@link AuditChain}
 */
public record AuditRecord(long seq, long position, AuditEntry entry, byte[] hash) {}
