// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
/** The commands of the command line. */
@org.jspecify.annotations.NullMarked
package org.entente.server.command;
