// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
/**
 * Makes STIX objects, from the same table that objects are held against.
 *
 * <p>Builders are values: each step gives another one, and an unfinished one can be kept and used
 * again. What does not fit the table is refused at the step that brings it.
 */
@NullMarked
package org.entente.stix.build;

import org.jspecify.annotations.NullMarked;
