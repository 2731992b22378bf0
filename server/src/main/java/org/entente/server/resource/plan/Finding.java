// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.resource.plan;

import org.entente.server.resource.Ref;

/**
 * What does not hold together.
 *
 * @param ref the resource
 * @param pointer JSON pointer of its field
 * @param message a sentence without full stop
 */
record Finding(Ref ref, String pointer, String message) {}
