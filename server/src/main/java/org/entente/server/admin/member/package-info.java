// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
/** The HTTP API of members, beside TAXII on the partners' listener. */
@org.jspecify.annotations.NullMarked
package org.entente.server.admin.member;
