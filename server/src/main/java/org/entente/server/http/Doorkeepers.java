// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.http;

import org.entente.server.auth.Authenticator;
import org.entente.server.auth.RateLimits;
import org.entente.server.taxii.CursorCodec;

/**
 * Who decides what comes in.
 *
 * @param authenticator who asks
 * @param limits how often
 * @param cursors from where on
 */
public record Doorkeepers(Authenticator authenticator, RateLimits limits, CursorCodec cursors) {}
