// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.store;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A commit that is durable.
 *
 * @param record the commit record after it
 * @param touched by collection: positions of the rows that stood before, of every object of which
 *     one was changed or went
 * @param tails by collection: the last position of a row that was added
 * @param classes classes that are new, in order of their numbers, ending with {@code
 *     record.classes()}
 * @param gains gains that are new, and older ones that a class joined, as they are now
 * @param asked what is kept of readers from now on, where that has changed
 * @param result what the decision answered
 */
public record Committed<T>(
    CommitRecord record,
    Map<String, Set<Long>> touched,
    Map<String, Long> tails,
    List<String> classes,
    List<Gain> gains,
    List<Asked> asked,
    T result) {}
