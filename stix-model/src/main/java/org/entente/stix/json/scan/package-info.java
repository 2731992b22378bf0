// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
/** JSON byte by byte: where tokens are, and names that come twice. */
@NullMarked
package org.entente.stix.json.scan;

import org.jspecify.annotations.NullMarked;
