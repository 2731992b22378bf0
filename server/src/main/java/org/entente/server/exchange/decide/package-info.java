// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
/** What a commit writes: ownership, structure, heads, carried objects and gains. Pure. */
@org.jspecify.annotations.NullMarked
package org.entente.server.exchange.decide;
