// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
/** The syntaxes of single values. */
@NullMarked
package org.entente.stix.type.syntax;

import org.jspecify.annotations.NullMarked;
