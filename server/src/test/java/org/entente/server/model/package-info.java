// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
/**
 * A randomized model of the feed: histories that chance writes, run against an exchange and against
 * a reference that knows no classes, rows or gains and evaluates the rules on plain objects.
 */
@org.jspecify.annotations.NullMarked
package org.entente.server.model;
