// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.policy;

/**
 * A rule and its result.
 *
 * @param rule what was judged
 * @param permits the result
 */
public record Judged(Rule rule, boolean permits) {}
