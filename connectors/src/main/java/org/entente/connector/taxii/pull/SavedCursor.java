// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.connector.taxii.pull;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a run leaves for the next one.
 *
 * @param source what was read
 * @param walk where it stands
 * @param written what was written, when it was a file
 */
record SavedCursor(Source source, Walk walk, Optional<Written> written) {
  /**
   * What is read; another source needs another cursor.
   *
   * @param collection its URL
   * @param types only objects of these types, sorted
   */
  record Source(String collection, List<String> types) {}

  /**
   * What an output file holds.
   *
   * @param path absolute
   * @param format how it is written
   * @param length how many of its bytes count
   * @param objects how many objects they are
   */
  record Written(Path path, Format format, long length, long objects) {}

  private static final int VERSION = 1;

  String encode() {
    JsonObject json =
        new JsonObject()
            .put("version", VERSION)
            .put("collection", source.collection())
            .put("types", new JsonArray(source.types()));
    walk.after().ifPresent(after -> json.put("added_after", after));
    walk.next().ifPresent(next -> json.put("next", next));
    walk.last().ifPresent(last -> json.put("last", last));
    json.put("moving", walk.moving()).put("careful", walk.careful()).put("done", walk.done());
    written.ifPresent(
        file ->
            json.put("out", file.path().toString())
                .put("format", file.format().word())
                .put("length", file.length())
                .put("objects", file.objects()));
    return json.put("seen", new JsonArray(walk.seen().marks())).encode() + "\n";
  }

  /**
   * Reads what {@link #encode} wrote.
   *
   * @throws IllegalArgumentException if it is something else
   */
  static SavedCursor decode(String text) {
    try {
      JsonObject json = new JsonObject(text);
      if (json.getInteger("version") != VERSION) {
        throw new IllegalArgumentException("the cursor file is of another version");
      }
      Source source = new Source(json.getString("collection"), texts(json, "types"));
      Seen seen = new Seen(text(json, "last"), texts(json, "seen"));
      Walk walk =
          new Walk(
              text(json, "added_after"),
              text(json, "next"),
              json.getBoolean("moving"),
              json.getBoolean("careful"),
              json.getBoolean("done"),
              seen);
      return new SavedCursor(source, walk, text(json, "out").map(path -> written(json, path)));
    } catch (RuntimeException damaged) {
      throw new IllegalArgumentException("the cursor file is damaged", damaged);
    }
  }

  private static Written written(JsonObject json, String path) {
    Format format =
        json.getString("format").equals(Format.BUNDLE.word()) ? Format.BUNDLE : Format.JSONL;
    return new Written(Path.of(path), format, json.getLong("length"), json.getLong("objects"));
  }

  private static Optional<String> text(JsonObject json, String name) {
    return Optional.ofNullable(json.getString(name));
  }

  private static List<String> texts(JsonObject json, String name) {
    return json.getJsonArray(name).stream().map(String.class::cast).toList();
  }
}
