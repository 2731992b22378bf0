// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.command.feed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.entente.connector.feed.definition.Definitions;
import org.entente.connector.feed.definition.FeedDefinition;
import org.entente.connector.feed.definition.Library;
import org.entente.document.ResourceError;
import org.entente.document.Source;
import org.entente.server.command.CommandException;

/** Definitions by the name in the library or the file that has them. */
final class NamedDefinitions {
  private final Definitions definitions;
  private final Library library;

  NamedDefinitions(Definitions definitions, Library library) {
    this.definitions = definitions;
    this.library = library;
  }

  List<FeedDefinition> all() throws IOException {
    return library.all();
  }

  /** What a file says, and what is wrong with it. */
  Definitions.Read read(String file) throws IOException {
    try {
      return definitions.read(new Source(file, Files.readString(Path.of(file))));
    } catch (NoSuchFileException e) {
      throw new CommandException("there is no file `" + file + "`");
    }
  }

  /** The definition as it is written. */
  String text(String name) throws IOException {
    Optional<String> shipped = library.text(name);
    return shipped.isPresent() ? shipped.get() : Files.readString(existing(name));
  }

  /** The one definition of a name. */
  FeedDefinition find(String name) throws IOException {
    Optional<FeedDefinition> shipped = library.find(name);
    if (shipped.isPresent()) {
      return shipped.get();
    }
    Definitions.Read read = read(existing(name).toString());
    if (!read.errors().isEmpty()) {
      throw new CommandException(
          String.join(
              System.lineSeparator(),
              read.errors().stream().map(ResourceError::toString).toList()));
    }
    if (read.definitions().size() != 1) {
      throw new CommandException("`" + name + "` has not one definition");
    }
    return read.definitions().get(0);
  }

  private static Path existing(String name) {
    Path file = Path.of(name);
    if (!Files.isRegularFile(file)) {
      throw new CommandException(
          "there is no feed and no file `" + name + "`; `entente feed list` shows the feeds");
    }
    return file;
  }
}
