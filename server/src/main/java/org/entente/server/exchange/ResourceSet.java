// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.exchange;

import java.util.List;
import org.entente.server.resource.Document;

/**
 * All resources in force.
 *
 * @param basis the epoch in which they are in force; changes are made against it
 * @param documents the resources, in no particular order
 */
public record ResourceSet(long basis, List<Document> documents) {}
