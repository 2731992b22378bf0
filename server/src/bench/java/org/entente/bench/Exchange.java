// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.bench;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The server under test, started from its jar as its users start it. */
final class Exchange implements AutoCloseable {
  private final Path jar;
  private final Path folder;
  private final List<String> options;
  private final Map<String, String> secrets = new HashMap<>();
  private final int port = Child.freePair();
  private Child child;
  private double secondsToReady;

  /** Starts on a folder, fresh or not; options are those of the virtual machine. */
  Exchange(Path jar, Path folder, List<String> options) {
    this.jar = jar;
    this.folder = folder;
    this.options = options;
    child = launch();
  }

  private Child launch() {
    List<String> command = new ArrayList<>();
    command.add(Child.jdk("java"));
    command.addAll(options);
    command.addAll(List.of("-jar", jar.toString(), "serve", "--data", data().toString()));
    command.addAll(List.of("--insecure-http", Integer.toString(port)));
    long begin = System.nanoTime();
    Child started = Child.start(command, folder.resolve("exchange.log"), folder);
    started.await(() -> started.said("ready "), 180);
    started.await(this::ready, 180);
    secondsToReady = (System.nanoTime() - begin) / 1e9;
    return started;
  }

  private boolean ready() {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + (port + 1) + "/health/ready"))
            .build();
    try {
      return HttpClient.newHttpClient()
              .send(request, HttpResponse.BodyHandlers.discarding())
              .statusCode()
          == 200;
    } catch (IOException notYet) {
      return false;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  Path data() {
    return folder.resolve("data");
  }

  int port() {
    return port;
  }

  Child process() {
    return child;
  }

  /** From the command to the first 200 of the health check. */
  double secondsToReady() {
    return secondsToReady;
  }

  Http http() {
    return new Http(port);
  }

  /** Applies the benchmark's community and issues a secret to everybody in it. */
  void settle() {
    Http admin = new Http(port + 1);
    String token = "Bearer " + read(data().resolve("admin.token")).strip();
    byte[] yaml = Cast.yaml().getBytes(StandardCharsets.UTF_8);
    admin.post(200, "/admin/v1/apply", token, "application/yaml", yaml);
    List<String> everybody = new ArrayList<>(Cast.readers());
    everybody.add(Cast.PUBLISHER);
    for (String id : everybody) {
      String[] parts = id.split("/");
      String path = "/admin/v1/members/" + parts[0] + "/credentials/" + parts[1] + "/secrets";
      JsonObject issued = admin.post(201, path, token, "application/json", new byte[0]);
      secrets.put(id, issued.getString("secret"));
    }
  }

  /** The Authorization header of a credential. */
  String authorization(String credential) {
    return Requests.basic(credential, secrets.getOrDefault(credential, ""));
  }

  /** A counter of the metrics, summed over its labels. */
  double metric(String name) {
    String text = new String(new Http(port + 1).get("/metrics", "").body(), StandardCharsets.UTF_8);
    return text.lines()
        .filter(line -> line.startsWith(name + "{") || line.startsWith(name + " "))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }

  /** SIGKILL, and up again; how long that took. */
  double killAndRestart() {
    child.kill();
    child = launch();
    return secondsToReady;
  }

  void stop() {
    child.close();
  }

  void restart() {
    child = launch();
  }

  @Override
  public void close() {
    child.close();
  }

  static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException absent) {
      throw new BenchFailure("cannot read " + file, absent);
    }
  }
}
