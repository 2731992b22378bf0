// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
/** What definitions say of a record's fields: references, the fixed filters, times, conditions. */
@org.jspecify.annotations.NullMarked
package org.entente.connector.feed.expression;
