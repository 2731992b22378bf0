// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.stix;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads the tables that are shipped beside the classes, so that those do no I/O of their own. */
public final class TableFile {
  private TableFile() {}

  /**
   * The rows of a table, each with as many cells as the first line that is no comment, which names
   * the columns, has; empty where nothing is written.
   *
   * @param beside the class whose package holds the file
   * @param file the file's name
   * @throws IllegalStateException when there is no such file or a row has another width
   */
  public static List<List<String>> rows(Class<?> beside, String file) {
    List<List<String>> rows = new ArrayList<>();
    int width = 0;
    for (String line : text(beside, file).lines().toList()) {
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      List<String> row = List.of(line.split(",", -1));
      if (width == 0) {
        width = row.size();
      } else if (row.size() == width) {
        rows.add(row);
      } else {
        throw new IllegalStateException(file + " has a row of another width: " + line);
      }
    }
    return rows;
  }

  private static String text(Class<?> beside, String file) {
    try (InputStream in = beside.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException(file + " is missing");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(file + " cannot be read", unreadable);
    }
  }
}
