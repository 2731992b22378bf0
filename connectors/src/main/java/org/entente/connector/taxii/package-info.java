// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
/**
 * The one TAXII 2.1 client: it reads from and writes to any TAXII 2.1 server and keeps the objects'
 * bytes as they came.
 */
@NullMarked
package org.entente.connector.taxii;

import org.jspecify.annotations.NullMarked;
