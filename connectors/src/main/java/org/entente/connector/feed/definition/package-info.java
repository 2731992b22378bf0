// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
/** Definitions of feeds: YAML, held against the published schema, bound to records. */
@org.jspecify.annotations.NullMarked
package org.entente.connector.feed.definition;
