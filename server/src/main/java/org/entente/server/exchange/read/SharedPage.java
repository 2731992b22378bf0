// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.exchange.read;

import org.entente.server.taxii.Page;

/**
 * A page that readers share, and what is needed to judge it once more for each of them.
 *
 * @param page the page
 * @param audiences the classes of its rows, by number, each once
 * @param last the position of its last row
 */
record SharedPage(Page page, int[] audiences, long last) {}
