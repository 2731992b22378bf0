// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
/** What an operator may set: read once at start, checked whole, and unchanged from then on. */
@org.jspecify.annotations.NullMarked
package org.entente.server.config;
