// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
/** The values of TAXII 2.1: queries, cursors, pages, statuses, failures and their JSON; pure. */
@org.jspecify.annotations.NullMarked
package org.entente.server.taxii;
