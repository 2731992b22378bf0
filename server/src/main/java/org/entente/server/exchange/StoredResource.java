// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.exchange;

import java.time.Instant;
import org.entente.server.resource.Ref;

/**
 * A resource as applied.
 *
 * @param ref its name
 * @param json the document
 * @param since when this content came into force
 */
public record StoredResource(Ref ref, String json, Instant since) {}
