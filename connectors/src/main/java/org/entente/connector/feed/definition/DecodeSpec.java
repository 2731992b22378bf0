// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.connector.feed.definition;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * How records are read.
 *
 * @param charset where neither a byte order mark nor the bytes tell; empty for UTF-8, or else
 *     windows-1252
 * @param empty what stands for nothing
 * @param format the form of the file
 */
public record DecodeSpec(Optional<String> charset, Set<String> empty, Format format) {

  /** The form of a file. */
  public sealed interface Format {}

  /**
   * A record in each line.
   *
   * @param comment how comments begin
   * @param whole whether {@code value} is the whole line, not only its first word
   * @param pattern cuts the line
   * @param fields the names of the fields: the pattern's groups, or {@code value}
   */
  public record Lines(
      List<String> comment, boolean whole, Optional<Pattern> pattern, List<String> fields)
      implements Format {}

  /**
   * Rows of cells.
   *
   * @param delimiter between cells
   * @param comment how comments begin
   * @param header whether a line names the columns
   * @param columns those that must be there
   * @param optional those that may be there
   */
  public record Csv(
      char delimiter,
      Optional<Character> comment,
      Header header,
      List<String> columns,
      List<String> optional)
      implements Format {}

  /**
   * JSON with records at a path.
   *
   * @param path member names from the top
   */
  public record Json(List<String> path) implements Format {}

  /** A JSON object in each line. */
  public record JsonLines() implements Format {}

  /** Whether a line names the columns. */
  public enum Header {
    REQUIRED,
    OPTIONAL,
    NONE
  }
}
