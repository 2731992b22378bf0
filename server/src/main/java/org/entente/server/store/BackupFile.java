// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.store;

import java.nio.file.Path;

/**
 * A snapshot of everything that is kept, in one file.
 *
 * @param file where it is
 * @param bytes its length
 * @param schema the number of its schema
 * @param record the commit record that it ends with
 */
public record BackupFile(Path file, long bytes, int schema, CommitRecord record) {}
