// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.connector.feed.definition;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.entente.document.Source;

/** The definitions that come with the product, in the jar. */
public final class Library {
  private static final String INDEX = "index.txt";

  private final Definitions definitions;

  /**
   * The library.
   *
   * @param definitions reads it
   */
  public Library(Definitions definitions) {
    this.definitions = definitions;
  }

  /** All definitions, in the order of their ids. */
  public List<FeedDefinition> all() throws IOException {
    List<FeedDefinition> all = new ArrayList<>();
    for (String id : ids()) {
      all.addAll(read(id).definitions());
    }
    return List.copyOf(all);
  }

  /** The definition of a name as it is written, or empty. */
  public Optional<String> text(String id) throws IOException {
    return ids().contains(id) ? Optional.of(resource(id + ".yaml")) : Optional.empty();
  }

  /** The definition of a name. */
  public Optional<FeedDefinition> find(String id) throws IOException {
    return ids().contains(id) ? read(id).definitions().stream().findFirst() : Optional.empty();
  }

  private static List<String> ids() throws IOException {
    return resource(INDEX).lines().filter(line -> !line.isBlank()).toList();
  }

  private Definitions.Read read(String id) throws IOException {
    Definitions.Read read = definitions.read(new Source(id + ".yaml", resource(id + ".yaml")));
    if (!read.errors().isEmpty()) {
      throw new IllegalStateException(read.errors().toString());
    }
    return read;
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = Library.class.getResourceAsStream("/feeds/" + name)) {
      if (in == null) {
        throw new FileNotFoundException("/feeds/" + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
