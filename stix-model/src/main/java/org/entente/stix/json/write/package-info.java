// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
/** Writes objects that are made here. */
@NullMarked
package org.entente.stix.json.write;

import org.jspecify.annotations.NullMarked;
