// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.config;

import java.nio.file.Path;

/**
 * A value as somebody wrote it.
 *
 * @param place the file and the line, or the environment variable
 * @param folder what a relative path in it begins at
 * @param text the scalar; empty for nothing
 * @param emptyList whether an empty list was written, which is something else than nothing
 */
record Written(String place, Path folder, String text, boolean emptyList) {}
