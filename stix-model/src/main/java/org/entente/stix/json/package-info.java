// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
/**
 * Cuts what was sent into raw objects and reads the facts of each, in one pass and within limits.
 */
@NullMarked
package org.entente.stix.json;

import org.jspecify.annotations.NullMarked;
