// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
/** Bodies on disk while they arrive and until they are committed; a buffer, nothing more. */
@org.jspecify.annotations.NullMarked
package org.entente.server.exchange.spool;
