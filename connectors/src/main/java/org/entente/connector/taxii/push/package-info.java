// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
/** Sends files of STIX objects to a collection and tells what became of each object. */
@NullMarked
package org.entente.connector.taxii.push;

import org.jspecify.annotations.NullMarked;
