// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.auth;

/**
 * How strict the door is.
 *
 * @param anonymous whether who presents nothing may come in as {@link Principal#ANONYMOUS}
 * @param failedLogins how many wrong guesses an address has
 */
public record AuthSettings(boolean anonymous, Rate failedLogins) {}
