// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
/** From what a request presents to a principal, and how often it may ask. */
@org.jspecify.annotations.NullMarked
package org.entente.server.auth;
