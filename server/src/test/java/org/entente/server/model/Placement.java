// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.model;

import java.util.List;
import org.entente.server.resource.ReleasePolicy;
import org.entente.stix.Tlp;

/**
 * How a version came to stand in a collection.
 *
 * @param collection where
 * @param credential who pushed it there
 * @param unmarked the level of what has no marking, there and then
 * @param alone whether nothing that came with it refers to it
 * @param policies named for the submission, or naming the object
 * @param commit the number of the commit
 * @param at when, microseconds since the epoch
 */
record Placement(
    String collection,
    String credential,
    Tlp unmarked,
    boolean alone,
    List<ReleasePolicy> policies,
    int commit,
    long at) {}
