// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
/** The community's own extensions of STIX, held against their JSON Schemas (STIX 2.1 §7.3). */
@org.jspecify.annotations.NullMarked
package org.entente.server.exchange.extension;
