// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
/** Derives everything that is kept once more from the producers' bytes, and compares. */
@org.jspecify.annotations.NullMarked
package org.entente.server.exchange.check;
