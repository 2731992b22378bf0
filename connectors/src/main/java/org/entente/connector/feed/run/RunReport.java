// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.connector.feed.run;

import java.util.Optional;

/**
 * What came of a run.
 *
 * @param records how many records the file has
 * @param passed how many of them the definition does not count
 * @param mapped how many became objects
 * @param dropped how many say what must not be called malicious
 * @param quarantined how many are bad
 * @param objects how many objects there are, each once
 * @param held why nothing of the run counts, in a sentence without full stop
 */
public record RunReport(
    long records,
    long passed,
    long mapped,
    long dropped,
    long quarantined,
    long objects,
    Optional<String> held) {}
