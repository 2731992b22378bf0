// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
/** From a file as it was fetched to its text: archives opened, the charset found, all bounded. */
@org.jspecify.annotations.NullMarked
package org.entente.connector.feed.unpack;
