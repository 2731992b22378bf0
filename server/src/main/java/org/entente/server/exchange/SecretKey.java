// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.exchange;

import java.time.Instant;
import java.util.Optional;

/**
 * What may be known of a secret.
 *
 * @param key which one it is; {@code password} for a password that a person chose
 * @param issued when it was made
 * @param expires when it ends, exclusive, if it does
 */
public record SecretKey(String key, Instant issued, Optional<Instant> expires) {}
