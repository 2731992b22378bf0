// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * medallion with its memory backend behind gunicorn: one worker, since data and tokens live in it.
 */
final class Medallion implements AutoCloseable {
  static final String ROOT = "/bench/";

  private final Child child;
  private final int port = Child.freePair();

  Medallion(Path python, Path folder) {
    try {
      Files.writeString(folder.resolve("data.json"), data());
      Files.writeString(folder.resolve("conf.json"), configuration(folder.resolve("data.json")));
      Files.writeString(
          folder.resolve("wsgi.py"),
          "from medallion import load_app\napp = load_app(\"conf.json\")\n");
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    List<String> command =
        List.of(
            python.toString(),
            "-m",
            "gunicorn",
            "-w",
            "1",
            "-b",
            "127.0.0.1:" + port,
            "--timeout",
            "170",
            "wsgi:app");
    child = Child.start(command, folder.resolve("medallion.log"), folder);
    child.await(this::listens, 30);
  }

  private boolean listens() {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress("127.0.0.1", port), 200);
      return true;
    } catch (IOException notYet) {
      return false;
    }
  }

  int port() {
    return port;
  }

  Child process() {
    return child;
  }

  static String authorization() {
    return Requests.basic("user", "password");
  }

  static String collection(int number) {
    return ROOT + "collections/" + id(number) + "/";
  }

  private static String id(int number) {
    return "365fed99-08fa-4fcd-a1b3-fb247eb4100" + number;
  }

  private static String configuration(Path data) {
    return """
        {"backend": {"module": "medallion.backends.memory_backend", "module_class": "MemoryBackend",
         "filename": "%s"}, "users": {"user": "password"}, "taxii": {"max_page_size": 1000}}
        """
        .formatted(data);
  }

  private static String data() {
    return """
        {"/discovery": {"title": "bench", "default": "http://127.0.0.1/bench/",
          "api_roots": ["http://127.0.0.1/bench/"]},
         "bench": {"information": {"title": "bench", "versions": ["application/taxii+json;version=2.1"],
            "max_content_length": 104857600},
          "status": [],
          "collections": [%s, %s, %s]}}
        """
        .formatted(collectionJson(1), collectionJson(2), collectionJson(3));
  }

  private static String collectionJson(int number) {
    return """
        {"id": "%s", "title": "c%d", "can_read": true, "can_write": true,
         "media_types": ["application/stix+json;version=2.1"], "objects": [], "manifest": []}
        """
        .formatted(id(number), number);
  }

  @Override
  public void close() {
    child.close();
  }
}
