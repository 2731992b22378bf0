// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
/** What STIX 2.1 says of its objects, as one table. */
@NullMarked
package org.entente.stix.type.table;

import org.jspecify.annotations.NullMarked;
