// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
/** The patterns of indicators (STIX 2.1 §9): read, kept as values and written. */
@NullMarked
package org.entente.stix.pattern;

import org.jspecify.annotations.NullMarked;
