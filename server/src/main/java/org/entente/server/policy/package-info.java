// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
/** Who may see what: audience classes and the decision about them. Pure. */
@org.jspecify.annotations.NullMarked
package org.entente.server.policy;
