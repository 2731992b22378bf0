// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0

/** Holds objects against STIX 2.1, as its table has it. */
@NullMarked
package org.entente.stix.type;

import org.jspecify.annotations.NullMarked;
