// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
/** What a set of documents changes in the community, and whether that holds together. */
@org.jspecify.annotations.NullMarked
package org.entente.server.resource.plan;
