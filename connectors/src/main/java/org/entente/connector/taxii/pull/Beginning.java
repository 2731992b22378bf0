// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.connector.taxii.pull;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.entente.connector.taxii.pull.SavedCursor.Source;
import org.entente.connector.taxii.pull.SavedCursor.Written;

/**
 * Where a run begins: at the cursor, if there is one, behind what the output file has.
 *
 * @param walk where to go on reading
 * @param output opened
 * @param objects how many objects the output has
 */
record Beginning(Walk walk, Output output, long objects) {
  /**
   * Opens everything.
   *
   * @throws IllegalArgumentException if the cursor is of another collection, or damaged
   * @throws IOException if a file cannot be opened or is not what the cursor says
   */
  static Beginning of(PullRequest request, Optional<CursorFile> file, OutputStream stdout)
      throws IOException {
    Optional<SavedCursor> saved = file.isEmpty() ? Optional.empty() : file.get().read();
    if (saved.isPresent() && !saved.get().source().equals(source(request))) {
      throw new IllegalArgumentException(
          "the cursor file belongs to `"
              + saved.get().source().collection()
              + "` with types "
              + saved.get().source().types());
    }
    Walk walk = saved.map(cursor -> cursor.walk().resume()).orElse(Walk.begin(Optional.empty()));
    if (request.out().isEmpty()) {
      return new Beginning(walk, StreamOutput.open(stdout), 0);
    }
    Path out = path(request.out().get());
    if (request.cursor().map(Beginning::path).filter(out::equals).isPresent()) {
      throw new IllegalArgumentException("the output and the cursor are one file");
    }
    Optional<Written> before =
        saved.flatMap(SavedCursor::written).filter(written -> goesOn(written, request, out));
    long kept = before.map(Written::length).orElse(0L);
    return new Beginning(walk, FileOutput.open(out, kept), before.map(Written::objects).orElse(0L));
  }

  static Source source(PullRequest request) {
    return new Source(request.collection().toString(), request.types());
  }

  static Path path(Path out) {
    return out.toAbsolutePath().normalize();
  }

  /** A file that was moved away between two runs is begun anew: what it held is somewhere else. */
  private static boolean goesOn(Written written, PullRequest request, Path out) {
    if (!written.path().equals(out) || !Files.exists(out)) {
      return false;
    }
    if (written.format() != request.format()) {
      throw new IllegalArgumentException("`" + out + "` was begun as " + written.format().word());
    }
    return true;
  }
}
