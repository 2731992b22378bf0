// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
/** One class per TAXII endpoint, and what they share. */
@org.jspecify.annotations.NullMarked
package org.entente.server.http.endpoint;
