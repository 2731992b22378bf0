// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.store;

/**
 * One thing that was done.
 *
 * @param actor who did it, a credential's or administrator's id
 * @param action what, in kebab case
 * @param subject to what, an id
 * @param detail more of it, a JSON object, never a secret
 */
public record AuditEntry(String actor, String action, String subject, String detail) {}
