// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
/** How the admin and the member API speak: calls, their parameters, pages, answers, problems. */
@org.jspecify.annotations.NullMarked
package org.entente.server.admin.rest;
