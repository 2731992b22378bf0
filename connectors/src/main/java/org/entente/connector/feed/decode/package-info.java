// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
/** From text to records, one after the other, each bounded. */
@org.jspecify.annotations.NullMarked
package org.entente.connector.feed.decode;
