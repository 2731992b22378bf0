// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
/** Reading: what a reader sees of a collection, page by page. */
@org.jspecify.annotations.NullMarked
package org.entente.server.exchange.read;
