// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.document;

import java.util.Map;
import java.util.Optional;

/**
 * Where a document and its fields stand.
 *
 * @param file the file's name, when it has one
 * @param line where the document begins, counting from 1; 0 where there is no text
 * @param lines the line of each field, by JSON pointer
 */
public record Place(Optional<String> file, int line, Map<String, Integer> lines) {
  /** The place of a document that was read at some other time. */
  public static final Place NOWHERE = new Place(Optional.empty(), 0, Map.of());

  /**
   * An error at a field.
   *
   * @param pointer JSON pointer of the field; empty for the document
   * @param message a sentence without full stop
   */
  public ResourceError error(String pointer, String message) {
    return new ResourceError(file, lineOf(pointer), field(pointer), message);
  }

  /**
   * An error at a field that is named by its path, as somebody else has said it.
   *
   * @param field the path as {@link ResourceError#field()} has it
   * @param message a sentence without full stop
   */
  public ResourceError errorAt(String field, String message) {
    String at = field;
    while (!at.isEmpty()) {
      for (Map.Entry<String, Integer> entry : lines.entrySet()) {
        if (field(entry.getKey()).equals(at)) {
          return new ResourceError(file, entry.getValue(), field, message);
        }
      }
      at = at.substring(0, Math.max(0, Math.max(at.lastIndexOf('.'), at.lastIndexOf('['))));
    }
    return new ResourceError(file, line, field, message);
  }

  private int lineOf(String pointer) {
    String at = pointer;
    while (!at.isEmpty()) {
      Integer found = lines.get(at);
      if (found != null) {
        return found;
      }
      at = at.substring(0, at.lastIndexOf('/'));
    }
    return line;
  }

  /** A field's path as people write it. */
  public static String field(String pointer) {
    StringBuilder path = new StringBuilder();
    for (String step : pointer.split("/", -1)) {
      if (step.isEmpty()) {
        continue;
      }
      if (step.chars().allMatch(c -> c >= '0' && c <= '9')) {
        path.append('[').append(step).append(']');
      } else {
        path.append(path.length() == 0 ? "" : ".").append(unescape(step));
      }
    }
    return path.toString();
  }

  /** The pointer of a field or an element below another. */
  public static String below(String pointer, String step) {
    return pointer + "/" + step.replace("~", "~0").replace("/", "~1");
  }

  private static String unescape(String step) {
    return step.replace("~1", "/").replace("~0", "~");
  }
}
