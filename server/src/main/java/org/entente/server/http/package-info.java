// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
/** The partners' and the management listener: dispatch, negotiation, one class per endpoint. */
@org.jspecify.annotations.NullMarked
package org.entente.server.http;
