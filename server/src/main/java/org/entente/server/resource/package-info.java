// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
/** What administrators write: members, credentials, circles, collections, policies; pure values. */
@org.jspecify.annotations.NullMarked
package org.entente.server.resource;
