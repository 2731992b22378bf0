// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.exchange.administer;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.server.exchange.UnknownNameException;
import org.entente.server.exchange.decide.ClassForms;
import org.entente.server.policy.Community;
import org.entente.server.resource.Collection;
import org.entente.server.store.StoredRow;
import org.entente.server.store.StoredVersion;

/**
 * The rules of one instant, and the versions of one object then.
 *
 * @param community the rules
 * @param bounds by member and collection, the lowest position that counts
 * @param versions of the object, those that were deleted as well
 * @param forms classes by form
 */
record Scene(
    Community community, Map<String, Long> bounds, List<StoredVersion> versions, ClassForms forms) {

  Scene with(List<StoredVersion> others) {
    return new Scene(community, bounds, others, forms);
  }

  /** A collection by its id or {@code root/alias}. */
  Collection collection(String name) {
    return community.collections().stream()
        .filter(c -> c.isNamed(name))
        .findFirst()
        .orElseThrow(() -> new UnknownNameException("collection", name));
  }

  /** Whether there is nothing that anybody could see. */
  boolean isEmpty() {
    return versions.stream().allMatch(StoredVersion::deleted);
  }

  /** Live rows of a collection, those of heads only unless a version is asked for. */
  List<StoredRow> rows(String collection, Optional<String> version) {
    return versions.stream()
        .filter(v -> !v.deleted())
        .filter(v -> version.isEmpty() || version.get().equals(v.version().text()))
        .flatMap(v -> v.rows().stream())
        .filter(row -> row.collection().equals(collection))
        .filter(row -> version.isPresent() || row.head())
        .sorted(Comparator.comparingLong(StoredRow::position))
        .toList();
  }

  /** Heads of the same owner, which must be readable for an older version to be. */
  List<StoredRow> heads(StoredRow row) {
    String owner = owner(row);
    return versions.stream()
        .filter(v -> v.owner().equals(owner))
        .flatMap(v -> v.rows().stream())
        .filter(other -> other.head() && other.collection().equals(row.collection()))
        .toList();
  }

  private String owner(StoredRow row) {
    return versions.stream()
        .filter(v -> v.vid() == row.vid())
        .map(StoredVersion::owner)
        .findFirst()
        .orElse("");
  }
}
