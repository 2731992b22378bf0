// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
/** What the exchange asks of a store: five interfaces, and the values that cross them. */
@org.jspecify.annotations.NullMarked
package org.entente.server.store;
