// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.http.endpoint;

import org.entente.server.exchange.Deleting;
import org.entente.server.exchange.Reading;
import org.entente.server.exchange.Statuses;
import org.entente.server.exchange.Submitting;

/**
 * The exchange behind the endpoints.
 *
 * @param reading what may be seen
 * @param submitting takes objects in
 * @param deleting takes objects out
 * @param statuses tells what became of submissions
 */
public record UseCases(
    Reading reading, Submitting submitting, Deleting deleting, Statuses statuses) {}
