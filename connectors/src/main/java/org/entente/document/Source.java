// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.document;

/**
 * A text with documents.
 *
 * @param file the name that errors give; empty for a text without one
 * @param text YAML with any number of documents, or JSON: objects, or arrays of them
 */
public record Source(String file, String text) {}
