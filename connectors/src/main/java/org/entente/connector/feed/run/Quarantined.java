// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.connector.feed.run;

/**
 * A bad record.
 *
 * @param line where it begins, counting from 1
 * @param code what is wrong, the same word for equal faults
 * @param detail in a sentence without full stop
 * @param sample what it looks like, at most 2,048 characters
 */
public record Quarantined(long line, String code, String detail, String sample) {}
