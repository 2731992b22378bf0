// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
/** Taking objects in, and out again: one submission, from its first byte to its status. */
@org.jspecify.annotations.NullMarked
package org.entente.server.exchange.submit;
