// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
/** What every module shares and no behaviour depends on. */
@org.jspecify.annotations.NullMarked
package org.entente;
