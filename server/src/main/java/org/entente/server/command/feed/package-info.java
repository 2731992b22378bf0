// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
/** The commands about feeds that need no server. */
@NullMarked
package org.entente.server.command.feed;

import org.jspecify.annotations.NullMarked;
