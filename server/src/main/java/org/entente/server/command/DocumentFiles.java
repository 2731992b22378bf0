// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.command;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.entente.document.Source;

/** Finds the documents that a command line names: files, folders, standard input. */
public final class DocumentFiles {
  private static final int DEPTH = 8;

  private DocumentFiles() {}

  /**
   * Reads files, and all YAML and JSON files of folders, in the order of their names.
   *
   * @param names paths; {@code -} is standard input
   * @param input standard input
   * @throws IOException where a file cannot be read or a folder has none, with a sentence for users
   */
  public static List<Source> read(List<String> names, InputStream input) throws IOException {
    List<Source> sources = new ArrayList<>();
    for (String name : names) {
      if (name.equals("-")) {
        sources.add(new Source("", text(input.readAllBytes())));
        continue;
      }
      Path path = Path.of(name);
      List<Path> files = Files.isDirectory(path) ? folder(path) : List.of(path);
      for (Path file : files) {
        sources.add(new Source(file.toString(), text(file)));
      }
    }
    return sources;
  }

  private static List<Path> folder(Path folder) throws IOException {
    try (Stream<Path> found = Files.walk(folder, DEPTH)) {
      List<Path> files =
          found
              .filter(file -> file.getFileName().toString().matches("[^.].*\\.(yaml|yml|json)"))
              .filter(Files::isRegularFile)
              .sorted()
              .toList();
      if (files.isEmpty()) {
        throw new IOException("no YAML or JSON file in `" + folder + "`");
      }
      return files;
    }
  }

  private static String text(byte[] bytes) throws IOException {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new IOException("standard input is not UTF-8", e);
    }
  }

  private static String text(Path file) throws IOException {
    try {
      return Files.readString(file);
    } catch (CharacterCodingException e) {
      throw new IOException("`" + file + "` is not UTF-8", e);
    } catch (IOException e) {
      throw new IOException("cannot read `" + file + "`", e);
    }
  }
}
