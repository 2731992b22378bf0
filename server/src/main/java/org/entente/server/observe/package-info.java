// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
/** What an operator sees of a running exchange: metrics, health and logs. */
@org.jspecify.annotations.NullMarked
package org.entente.server.observe;
