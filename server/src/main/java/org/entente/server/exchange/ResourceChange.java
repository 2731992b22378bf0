// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.exchange;

import java.util.List;
import java.util.Set;
import org.entente.server.resource.Document;
import org.entente.server.resource.Ref;

/**
 * A change of resources that has been checked against a set of them.
 *
 * @param basis the {@link ResourceSet#basis()} of that set
 * @param upserts new and changed resources; unchanged ones are left out
 * @param deletes the names of those that go
 */
public record ResourceChange(long basis, List<Document> upserts, Set<Ref> deletes) {}
