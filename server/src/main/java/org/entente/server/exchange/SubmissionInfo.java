// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.exchange;

import java.util.Optional;

/**
 * What is known of a submission before its first byte.
 *
 * @param requestId names the request in logs
 * @param declaredLength how many bytes the sender announced, as sent; a hint, never trusted
 * @param maxLength how many unpacked bytes the root takes
 */
public record SubmissionInfo(String requestId, Optional<Long> declaredLength, long maxLength) {}
