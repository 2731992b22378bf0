// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.document;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads texts into documents, without looking at what they say. */
public final class DocumentReader {
  private DocumentReader() {}

  /**
   * Reads one text, up to where it cannot be read.
   *
   * @param source YAML or JSON, told apart by the file's name or by how the text begins
   * @param trees where its documents are added
   * @param errors where it is said why it cannot be read
   */
  public static void read(Source source, List<Tree> trees, List<ResourceError> errors) {
    Place place =
        new Place(Optional.of(source.file()).filter(name -> !name.isEmpty()), 1, Map.of());
    if (source.text().length() > Bounds.CHARACTERS) {
      errors.add(place.error("", "longer than " + Bounds.CHARACTERS + " characters"));
      return;
    }
    int half = Surrogates.lone(source.text());
    if (half >= 0) {
      int line = (int) source.text().substring(0, half).lines().count();
      errors.add(
          new Place(place.file(), Math.max(1, line), Map.of()).error("", "half a character"));
      return;
    }
    String text = source.text().startsWith("\ufeff") ? source.text().substring(1) : source.text();
    Source plain = new Source(source.file(), text);
    try {
      if (source.file().endsWith(".json") || looksLikeJson(text)) {
        new JsonReader(plain).read(trees);
      } else {
        new YamlReader(plain).read(trees);
      }
    } catch (UnreadableException e) {
      errors.add(new Place(place.file(), e.line(), Map.of()).error("", message(e)));
    }
  }

  /**
   * Reads a document that was written here.
   *
   * @throws IllegalArgumentException when it is no JSON
   */
  public static JsonNode json(String json) {
    List<Tree> trees = new ArrayList<>();
    try {
      new JsonReader(new Source("", json)).read(trees);
    } catch (UnreadableException e) {
      throw new IllegalArgumentException(e);
    }
    return trees.get(0).node();
  }

  /** The first errors, and how many there are beyond a bound. */
  public static List<ResourceError> capped(List<ResourceError> errors) {
    if (errors.size() <= Bounds.ERRORS) {
      return List.copyOf(errors);
    }
    List<ResourceError> first = new ArrayList<>(errors.subList(0, Bounds.ERRORS));
    String more = "and " + (errors.size() - Bounds.ERRORS) + " errors more";
    first.add(Place.NOWHERE.error("", more));
    return List.copyOf(first);
  }

  private static String message(UnreadableException e) {
    return Optional.ofNullable(e.getMessage()).orElse("cannot be read");
  }

  private static boolean looksLikeJson(String text) {
    String start = text.stripLeading();
    return start.startsWith("[") || start.startsWith("{");
  }
}
