// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.connector.taxii.pull;

import java.util.Optional;

/**
 * What a run came to.
 *
 * @param objects how many objects were written
 * @param bytes how many bytes they are
 * @param refused how many objects could not be written
 * @param complete whether the end of the collection was reached
 * @param last when the last object was added, as the server wrote it
 */
public record PullResult(
    long objects, long bytes, long refused, boolean complete, Optional<String> last) {}
