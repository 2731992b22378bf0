// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.admin.member;

import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.entente.server.admin.Cases;

/**
 * What the member API stands on.
 *
 * @param cases what is done
 * @param roles the roles of a credential, by its id; none for one that is not known
 * @param errorIds makes the id of each error
 */
public record MemberParts(
    Cases cases, Function<String, Set<String>> roles, Supplier<String> errorIds) {}
