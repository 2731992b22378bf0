// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
/** The use cases of the exchange: submitting, reading, administering and explaining. */
@org.jspecify.annotations.NullMarked
package org.entente.server.exchange;
