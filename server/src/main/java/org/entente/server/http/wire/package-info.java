// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
/**
 * Below the requests: connections and their deadlines, bodies as they arrive, what is not yet sent.
 */
@org.jspecify.annotations.NullMarked
package org.entente.server.http.wire;
