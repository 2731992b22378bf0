// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
/** What a node knows of the exchange, as of the last commit it was told of. */
@org.jspecify.annotations.NullMarked
package org.entente.server.exchange.state;
