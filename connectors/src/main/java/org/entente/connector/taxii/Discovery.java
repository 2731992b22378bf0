// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.connector.taxii;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a server says about itself (TAXII 2.1 §4.1).
 *
 * @param title for people; empty when the server gives none
 * @param standard the API root it names as its default
 * @param apiRoots absolute, each ending in a slash
 */
public record Discovery(String title, Optional<URI> standard, List<URI> apiRoots) {
  static Discovery of(Document document, URI url) {
    List<URI> roots = new ArrayList<>();
    document.texts("api_roots").forEach(root -> resolve(url, root).ifPresent(roots::add));
    return new Discovery(
        document.text("title").orElse(""),
        document.text("default").flatMap(root -> resolve(url, root)),
        List.copyOf(roots));
  }

  private static Optional<URI> resolve(URI url, String root) {
    try {
      return Optional.of(url.resolve(root.endsWith("/") ? root : root + "/"));
    } catch (IllegalArgumentException notAUrl) {
      return Optional.empty();
    }
  }
}
