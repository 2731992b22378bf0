// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.demo;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What the demo is made of, read out of the jar. */
final class Sample {
  private static final String DATA = "/demo/";
  private static final String COMMUNITY = "/communities/sample/";

  private final JsonObject index = new JsonObject(text(DATA + "index.json"));

  /**
   * One push of one credential.
   *
   * @param file the envelope's name
   * @param credential who pushes
   * @param collection {@code root/alias}
   * @param policies what {@code X-Exchange-Policy} names
   */
  record Pushed(String file, String credential, String collection, List<String> policies) {}

  /**
   * An object that is looked at.
   *
   * @param id the object
   * @param collection {@code root/alias}
   * @param name what it calls itself
   * @param level its TLP level, or {@code unmarked}
   * @param pushed how it came
   */
  record Chosen(String id, String collection, String name, String level, Pushed pushed) {}

  /** Every resource of the community, as one YAML text. */
  String community() {
    return index.getJsonArray("community").stream()
        .map(name -> text(COMMUNITY + name))
        .collect(Collectors.joining("\n---\n"));
  }

  /** What is pushed, in order. */
  List<Pushed> pushes() {
    return objects(index.getJsonArray("pushes")).stream()
        .map(
            push ->
                new Pushed(
                    push.getString("file"),
                    push.getString("credential"),
                    push.getString("collection"),
                    push.getJsonArray("policies").stream().map(String::valueOf).toList()))
        .toList();
  }

  /** The bytes of an envelope. */
  byte[] envelope(Pushed push) {
    return bytes(DATA + push.file());
  }

  /** The objects whose readers are explained. */
  List<Chosen> chosen() {
    Map<String, Chosen> found = new LinkedHashMap<>();
    List<JsonObject> wanted = objects(index.getJsonArray("chosen"));
    wanted.forEach(w -> found.put(w.getString("object"), find(w)));
    return List.copyOf(found.values());
  }

  private Chosen find(JsonObject wanted) {
    String id = wanted.getString("object");
    for (Pushed push : pushes()) {
      JsonArray objects = new JsonObject(text(DATA + push.file())).getJsonArray("objects");
      for (JsonObject object : objects(objects)) {
        if (object.getString("id").equals(id)) {
          return new Chosen(
              id,
              wanted.getString("collection"),
              object.getString("name", object.getString("type")),
              Levels.of(object),
              push);
        }
      }
    }
    throw new IllegalStateException("`" + id + "` is in no file of the demo");
  }

  private static List<JsonObject> objects(JsonArray array) {
    return IntStream.range(0, array.size()).mapToObj(array::getJsonObject).toList();
  }

  private static String text(String resource) {
    return new String(bytes(resource), StandardCharsets.UTF_8);
  }

  private static byte[] bytes(String resource) {
    try (InputStream in = Sample.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("the jar holds no `" + resource + "`");
      }
      return in.readAllBytes();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
