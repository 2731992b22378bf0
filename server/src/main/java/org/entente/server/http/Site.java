// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.http;

import org.entente.server.http.wire.Turns;

/**
 * What every request for TAXII meets.
 *
 * @param gate who asks
 * @param dispatcher what answers
 * @param errors what is said when nothing does
 * @param writer puts answers on the wire
 * @param turns how many pages are made at once
 * @param ids names requests
 * @param around counts and times them
 */
record Site(
    Gate gate,
    Dispatcher dispatcher,
    ErrorWriter errors,
    ResponseWriter writer,
    Turns turns,
    RequestIds ids,
    Surroundings around) {}
