// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
/** The embedded store: one SQLite file, one writer lane, a few reader lanes. */
@org.jspecify.annotations.NullMarked
package org.entente.server.store.sqlite;
