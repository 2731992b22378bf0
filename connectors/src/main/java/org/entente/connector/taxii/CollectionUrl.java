// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.connector.taxii;

import java.net.URI;
import java.net.URISyntaxException;

/**
 * A collection of a TAXII server (TAXII 2.1 §5).
 *
 * @param root the URL of its API root, ending in a slash
 * @param id its id or alias, as it stands in the URL
 */
public record CollectionUrl(URI root, String id) {
  private static final String COLLECTIONS = "/collections/";

  /**
   * Reads what people paste: {@code https://host/root/collections/ID}, with or without {@code
   * objects} and slashes at the end.
   *
   * @throws IllegalArgumentException if it is no such URL, or holds a password or a query
   */
  public static CollectionUrl parse(String text) {
    URI url;
    try {
      url = new URI(text.strip());
    } catch (URISyntaxException notAUrl) {
      throw new IllegalArgumentException("the collection's URL is no URL", notAUrl);
    }
    if (url.getRawUserInfo() != null) {
      throw new IllegalArgumentException("the collection's URL must not hold a user or a password");
    }
    if (Origin.of(url).isEmpty() || url.getRawQuery() != null || url.getRawFragment() != null) {
      throw new IllegalArgumentException("`" + text + "` is no https URL of a collection");
    }
    String path = url.getRawPath();
    int split = path.lastIndexOf(COLLECTIONS);
    String id = split < 0 ? "" : path.substring(split + COLLECTIONS.length());
    id = id.replaceFirst("(/objects)?/*$", "");
    if (id.isEmpty() || id.contains("/")) {
      throw new IllegalArgumentException(
          "`" + text + "` is no collection: https://host/root/collections/ID/ is expected");
    }
    return new CollectionUrl(url.resolve(path.substring(0, split + 1)), id);
  }

  /** The collection itself. */
  public URI url() {
    return root.resolve(root.getRawPath() + "collections/" + id + "/");
  }

  /** What an Entente calls it: its id as it is, an alias with its root before it. */
  String name() {
    if (id.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")) {
      return id;
    }
    String path = root.getRawPath().replaceFirst("/+$", "");
    return path.substring(path.lastIndexOf('/') + 1) + "/" + id;
  }

  URI objects() {
    return url().resolve("objects/");
  }

  URI manifest() {
    return url().resolve("manifest/");
  }

  @Override
  public String toString() {
    return url().toString();
  }
}
