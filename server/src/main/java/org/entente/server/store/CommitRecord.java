// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.store;

/**
 * The one record that orders the exchange.
 *
 * @param position the last position given out, microseconds since the epoch
 * @param epoch counts the changes of members, policies and secrets
 * @param classes how many audience classes there are; they are numbered from 1
 */
public record CommitRecord(long position, long epoch, int classes) {}
