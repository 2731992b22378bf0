// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
/** The demo: a whole exchange in one process, filled through TAXII by the members of a sample. */
@org.jspecify.annotations.NullMarked
package org.entente.server.demo;
