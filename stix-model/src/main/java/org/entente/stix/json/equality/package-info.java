// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
/** Whether two texts are the same JSON value. */
@NullMarked
package org.entente.stix.json.equality;

import org.jspecify.annotations.NullMarked;
