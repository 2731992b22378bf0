// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
/** The audit chain as its readers hold it: its text, its signed heads, and whether it holds. */
@org.jspecify.annotations.NullMarked
package org.entente.server.observe.audit;
