// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
/** Reads a collection from where the last run stopped to its end, losing and repeating nothing. */
@NullMarked
package org.entente.connector.taxii.pull;

import org.jspecify.annotations.NullMarked;
