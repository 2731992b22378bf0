// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.store;

import org.entente.stix.Reference;
import org.entente.stix.StixId;

/**
 * A reference as kept for the structure rules.
 *
 * @param kind what it means for visibility
 * @param target the id referred to
 * @param known whether the target was there, and within its referrer's sight, when the version came
 */
public record StoredReference(Reference.Kind kind, StixId target, boolean known) {}
