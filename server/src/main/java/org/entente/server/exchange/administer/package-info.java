// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
/** What administrators do, and who may see what and why. */
@org.jspecify.annotations.NullMarked
package org.entente.server.exchange.administer;
