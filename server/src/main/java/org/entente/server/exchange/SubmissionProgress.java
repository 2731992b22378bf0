// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.exchange;

import java.time.Instant;

/**
 * How far a submission is.
 *
 * @param id the id of its TAXII status
 * @param credential who sent it
 * @param apiRoot the API root that it was sent to
 * @param received when
 * @param status {@code pending} or {@code complete}
 * @param total how many objects it has
 * @param success stored, or there already
 * @param failure refused
 * @param pending not looked at yet
 */
public record SubmissionProgress(
    String id,
    String credential,
    String apiRoot,
    Instant received,
    String status,
    long total,
    long success,
    long failure,
    long pending) {}
