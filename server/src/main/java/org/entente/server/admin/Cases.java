// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.admin;

import org.entente.server.exchange.Administration;
import org.entente.server.exchange.Auditing;
import org.entente.server.exchange.BackingUp;
import org.entente.server.exchange.Explaining;
import org.entente.server.exchange.Issuing;
import org.entente.server.exchange.Reporting;

/**
 * The exchange behind the admin and the member API.
 *
 * @param administration resources
 * @param issuing secrets
 * @param reporting what has happened
 * @param auditing what administrators did
 * @param explaining who sees what
 * @param backingUp copies of everything
 */
public record Cases(
    Administration administration,
    Issuing issuing,
    Reporting reporting,
    Auditing auditing,
    Explaining explaining,
    BackingUp backingUp) {}
