// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0

/** The command that holds files against STIX 2.1, without a server. */
@NullMarked
package org.entente.server.command.validate;

import org.jspecify.annotations.NullMarked;
