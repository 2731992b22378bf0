// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
/**
 * The benchmark: started processes, one table of goals, nothing that is not measured in the run.
 */
@org.jspecify.annotations.NullMarked
package org.entente.bench;
