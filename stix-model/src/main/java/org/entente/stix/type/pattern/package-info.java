// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
/** What patterns mean: their paths and values held against the table. */
@NullMarked
package org.entente.stix.type.pattern;

import org.jspecify.annotations.NullMarked;
