// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
/** From a record to STIX objects: pure, deterministic, each object held against the standard. */
@org.jspecify.annotations.NullMarked
package org.entente.connector.feed.map;
