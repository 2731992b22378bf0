// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.exchange.submit;

import java.time.InstantSource;
import java.util.UUID;
import java.util.function.Supplier;
import org.entente.server.exchange.extension.Extensions;
import org.entente.server.exchange.spool.Spooling;
import org.entente.stix.json.Limits;

/**
 * What taking in depends on.
 *
 * @param limits what a body may take; its length comes with each submission
 * @param strict whether only envelopes are taken, no bundles and single objects
 * @param heldBytes how many bytes of bodies may be in memory at once; others go to disk
 * @param spooling when and where
 * @param ids where the ids of statuses come from, random UUIDs
 * @param clock for the time of a request
 * @param extensions those of STIX that are known here
 * @param watch is told of what comes in
 */
public record Intake(
    Limits limits,
    boolean strict,
    long heldBytes,
    Spooling spooling,
    Supplier<UUID> ids,
    InstantSource clock,
    Extensions extensions,
    Watch watch) {}
