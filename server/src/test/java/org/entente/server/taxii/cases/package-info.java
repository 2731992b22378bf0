// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
/** The protocol as cases that are data, and what runs them. */
@org.jspecify.annotations.NullMarked
package org.entente.server.taxii.cases;
