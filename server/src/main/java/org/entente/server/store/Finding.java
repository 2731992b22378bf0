// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.store;

/**
 * Something that is kept and does not follow from what it is derived from.
 *
 * @param kind what is wrong, in kebab case; findings are summed up by it
 * @param example where, an id or place, without content
 */
public record Finding(String kind, String example) {}
