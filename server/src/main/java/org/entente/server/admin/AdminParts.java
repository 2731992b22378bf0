// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.admin;

import java.util.function.Supplier;
import org.entente.server.resource.load.Documents;
import org.entente.server.resource.plan.Planner;

/**
 * What the admin API stands on.
 *
 * @param door tells who calls
 * @param cases what is done
 * @param documents reads documents
 * @param planner compares them with what is in force
 * @param offload runs what takes long
 * @param errorIds makes the id of each error
 */
public record AdminParts(
    AdminDoor door,
    Cases cases,
    Documents documents,
    Planner planner,
    Offload offload,
    Supplier<String> errorIds) {}
