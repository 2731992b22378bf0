// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.document;

import java.util.Comparator;
import java.util.Optional;

/**
 * What is wrong with a document, and where.
 *
 * @param file the file's name, when it has one
 * @param line counting from 1; 0 where there is no text
 * @param field the path of the field, {@code release.to[0].circle}; empty for the whole document
 * @param message a sentence without full stop
 */
public record ResourceError(Optional<String> file, int line, String field, String message) {
  /** By file and line; what stands nowhere comes last. */
  public static final Comparator<ResourceError> BY_PLACE =
      Comparator.comparing((ResourceError error) -> error.line() == 0)
          .thenComparing(error -> error.file().orElse(""))
          .thenComparingInt(ResourceError::line);

  /** As compilers print it: {@code file:line: field: message}. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    file.ifPresent(name -> text.append(name).append(':'));
    if (line > 0) {
      text.append(file.isPresent() ? "" : "line ").append(line).append(": ");
    } else if (file.isPresent()) {
      text.append(' ');
    }
    return text.append(field).append(field.isEmpty() ? "" : ": ").append(message).toString();
  }
}
