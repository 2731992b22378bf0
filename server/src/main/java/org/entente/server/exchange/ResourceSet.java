// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.exchange;

import java.util.List;
import org.entente.server.resource.Document;

/**
 * All resources in force.
 *
 * @param basis the position of the commit that last changed one; 0 before the first
 * @param documents the resources, in no particular order
 */
public record ResourceSet(long basis, List<Document> documents) {}
