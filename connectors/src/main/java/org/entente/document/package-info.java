// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
/** YAML and JSON documents, with the line of each field, held against the published schemas. */
@org.jspecify.annotations.NullMarked
package org.entente.document;
