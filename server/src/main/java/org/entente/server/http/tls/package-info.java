// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
/** Certificates: read, made when there are none, and read again when they change. */
@org.jspecify.annotations.NullMarked
package org.entente.server.http.tls;
