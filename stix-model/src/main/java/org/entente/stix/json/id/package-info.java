// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
/** The deterministic identifiers of observables (STIX 2.1 §2.9). */
@NullMarked
package org.entente.stix.json.id;

import org.jspecify.annotations.NullMarked;
