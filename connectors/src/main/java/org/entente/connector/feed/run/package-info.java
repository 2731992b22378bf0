// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
/** Runs a feed over a file: from its bytes to objects, with what was bad and whether to hold it. */
@org.jspecify.annotations.NullMarked
package org.entente.connector.feed.run;
