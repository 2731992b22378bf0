// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
/** Clients in the field that cannot be installed, as far as they read and write. */
@org.jspecify.annotations.NullMarked
package org.entente.server.taxii.replay;
